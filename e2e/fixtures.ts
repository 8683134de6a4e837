import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** The people of the demo that tests sign in as. */
export const CAST = {
  camille: 'camille@lesamisdujardin.example',
  noor: 'noor@lesamisdujardin.example',
  theo: 'theo@guichet.example',
  ines: 'ines@guichet.example',
  admin: 'admin@guichet.example',
} as const;
export const DEMO_PASSWORD = 'guichet-demo';

type Locale = 'fr' | 'en';
const WORDS = {
  fr: { email: 'Adresse e-mail', password: 'Mot de passe', signIn: 'Se connecter' },
  en: { email: 'E-mail address', password: 'Password', signIn: 'Sign in' },
} as const;

/** Signs in by the page's own form and goes on to `next`. */
export const signIn = async (
  page: Page,
  email: string,
  { locale = 'fr', password = DEMO_PASSWORD, next = `/${locale}/account` }: SignInOptions = {},
): Promise<void> => {
  const words = WORDS[locale];
  await page.goto(`/${locale}/sign-in?${new URLSearchParams({ next })}`);
  const main = page.getByRole('main');
  await main.getByLabel(words.email, { exact: true }).fill(email);
  await main.getByLabel(words.password, { exact: true }).fill(password);
  await main.getByRole('button', { name: words.signIn, exact: true }).click();
  await expect(page).toHaveURL(next);
};
type SignInOptions = { locale?: Locale; password?: string; next?: string };

/** An address nobody has used in this run. */
export const newAddress = (name: string): string => `${name}.${crypto.randomUUID().slice(0, 8)}@associations.test`;

/** Asks for an account with an address of its own, in French, and answers the address. */
export const signUp = async (page: Page, name: string): Promise<string> => {
  const email = newAddress(name.toLowerCase().replace(/\W+/g, '.'));
  await page.goto('/fr/sign-up');
  const main = page.getByRole('main');
  await main.getByLabel('Nom complet').fill(name);
  await main.getByLabel('Adresse e-mail').fill(email);
  await main.getByRole('button', { name: 'Créer mon compte' }).click();
  await expect(main.getByRole('status')).toContainText('Nous venons de vous écrire');
  return email;
};

/** The page as it stands breaks no rule of accessibility that a program can find. */
export const expectAccessible = async (page: Page): Promise<void> => {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`)).toEqual(
    [],
  );
};
