import AxeBuilder from '@axe-core/playwright';
import { type BrowserContext, expect, type Page } from '@playwright/test';

/** The people of the demo that tests sign in as. */
export const CAST = {
  camille: 'camille@lesamisdujardin.example',
  noor: 'noor@lesamisdujardin.example',
  sylvie: 'sylvie@avironduconfluent.example',
  theo: 'theo@guichet.example',
  ines: 'ines@guichet.example',
  admin: 'admin@guichet.example',
} as const;
export const DEMO_PASSWORD = 'guichet-demo';

type Locale = 'fr' | 'en';
const WORDS = {
  fr: {
    name: 'Nom complet',
    email: 'Adresse e-mail',
    password: 'Mot de passe',
    signIn: 'Se connecter',
    signUp: 'Créer mon compte',
    written: 'Nous venons de vous écrire',
  },
  en: {
    name: 'Full name',
    email: 'E-mail address',
    password: 'Password',
    signIn: 'Sign in',
    signUp: 'Create my account',
    written: 'We have just written to you',
  },
} as const;

/** Signs in by the page's own form and goes on to `next`. */
export const signInByForm = async (
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

/** Sessions of the demo's people, by address: the form takes seconds, and has tests of its own. */
const sessions = new Map<string, Awaited<ReturnType<BrowserContext['cookies']>>>();

/** Makes the page one of somebody who has signed in, and goes on to `next`. */
export const signIn = async (page: Page, email: string, options: SignInOptions = {}): Promise<void> => {
  const { locale = 'fr', password = DEMO_PASSWORD, next = `/${locale}/account` } = options;
  const known = password === DEMO_PASSWORD ? sessions.get(email) : undefined;
  if (!known) {
    await signInByForm(page, email, options);
    if (password === DEMO_PASSWORD) sessions.set(email, await sessionCookies(page.context()));
    return;
  }
  await page.context().addCookies(known);
  await page.goto(next);
  await expect(page).toHaveURL(next);
};

const sessionCookies = async (context: BrowserContext) =>
  (await context.cookies()).filter(({ name }) => name.includes('session-token'));

/** An address nobody has used in this run. */
export const newAddress = (name: string): string => `${name}.${crypto.randomUUID().slice(0, 8)}@associations.test`;

/** Asks for an account with an address of its own and answers the address. */
export const signUp = async (page: Page, name: string, locale: Locale = 'fr'): Promise<string> => {
  const words = WORDS[locale];
  const email = newAddress(name.toLowerCase().replace(/\W+/g, '.'));
  await page.goto(`/${locale}/sign-up`);
  const main = page.getByRole('main');
  await main.getByLabel(words.name).fill(name);
  await main.getByLabel(words.email).fill(email);
  await main.getByRole('button', { name: words.signUp }).click();
  await expect(main.getByRole('status')).toContainText(words.written);
  return email;
};

/** The page as it stands breaks no rule of accessibility that a program can find. */
export const expectAccessible = async (page: Page, where = ''): Promise<void> => {
  const { violations } = await new AxeBuilder({ page })
    // Our pages have no frames of other sites: results need no second page to be put together in.
    .setLegacyMode()
    .options({ resultTypes: ['violations'] })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
  expect(found, where).toEqual([]);
  expect(await doubledIds(page), `${where} ids that stand twice`).toEqual([]);
};

/** Also in what is folded, where nobody looks but whoever unfolds it: its labels would name the fields of others. */
const doubledIds = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
    return [...new Set(ids.filter((id, at) => ids.indexOf(id) !== at))];
  });

/**
 * A page of the desk, the studio or the administration hears what is done in it: before that, what only scripts do is pressed
 * for nothing. Whoever was just led there by a link waits for the address first, since the page that is left shows the same.
 */
export const expectAwake = async (page: Page): Promise<void> => {
  await expect(page.getByRole('button', { name: /^(Raccourcis|Shortcuts)/ })).toBeVisible();
};

/**
 * Follows a link of the newest mail to an address that holds these words, in the development mailbox: the first one, or the first that leads
 * to an address with `part` in it, in a mail that has one.
 */
export const followMail = async (page: Page, email: string, words = '', part = ''): Promise<void> => {
  const text = page.getByRole('region', { name: /Texte brut|Plain text/ }).filter({ hasText: words });
  const link = text.getByRole('link').filter({ hasText: part });
  await expect(async () => {
    await page.goto('/dev/mailbox');
    const mails = page.getByRole('row').filter({ hasText: email }).getByRole('link');
    for (const address of await mails.evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))) {
      await page.goto(address);
      if ((await text.isVisible()) && (await link.count()) > 0) return;
    }
    throw new Error(`no mail to ${email} says: ${words}`);
  }).toPass({ timeout: 10_000 });
  await link.first().click();
};

/** The words of the mails to an address, oldest first. */
const mailsTo = async (page: Page, email: string): Promise<string[]> => {
  await page.goto('/dev/mailbox');
  const links = page.getByRole('row').filter({ hasText: email }).getByRole('link');
  const found: string[] = [];
  for (const address of await links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''))) {
    await page.goto(address);
    found.unshift((await page.getByRole('region', { name: /Texte brut|Plain text/ }).textContent()) ?? '');
  }
  return found;
};

/** Waits until these and no other mails have come to an address, in this order. The page is left with the oldest of them open. */
export const expectMails = (page: Page, email: string, words: readonly string[]): Promise<void> =>
  expect(async () => {
    const found = await mailsTo(page, email);
    expect(found.map((text, at) => (text.includes(words[at] ?? '\0') ? words[at] : text))).toEqual([...words]);
  }).toPass();

/** How many ordinary answers fit into the two seconds on a quiet machine. */
const ANSWERS_IN_TIME = 12;

/**
 * The pages say what they must within the two seconds in which a change is public; where the machine is busy with other
 * work, within the time of a dozen ordinary answers.
 */
export const expectSoon = async (
  page: Page,
  paths: readonly string[],
  holds: (body: string) => void,
): Promise<void> => {
  const since = performance.now();
  await page.request.get('/fr/search?q=import');
  const ordinary = performance.now() - since;
  const timeout = Math.max(2_000, ordinary * ANSWERS_IN_TIME) - ordinary;
  const says = (path: string) => async () => holds(await (await page.request.get(path)).text());
  await Promise.all(paths.map((path) => expect(says(path)).toPass({ timeout, intervals: [50, 100, 200] })));
};
