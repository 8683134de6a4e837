import { type Browser, expect, type Page, test } from '@playwright/test';
import { CAST, followMail, signIn, signUp } from '../fixtures';
import { fillRequest, lastMessage, openedNumber, pasteScreenshot, screenshot, type Words } from './request-form';
import { WORDS } from './words';

const TRAVELLERS = [
  {
    locale: 'fr',
    words: WORDS.fr,
    article: '/fr/help/adherents/importer-vos-adherents',
    title: 'Importer vos adhérents depuis un tableur',
    picture: 'capture-ecran.png',
    subject: 'L’import s’arrête à la ligne 12',
    description: 'Je choisis mon fichier, puis plus rien.\n\nLe message dit : « ligne 12 illisible ».',
    answer: 'La ligne 12 contient une date impossible. Pouvez-vous la corriger et réessayer ?',
    again: 'Merci, mais la ligne 13 ne passe pas non plus.',
  },
  {
    locale: 'en',
    words: WORDS.en,
    article: '/en/help/members/import-your-members',
    title: 'Import your members from a spreadsheet',
    picture: 'screenshot.png',
    subject: 'The import stops at line 12',
    description: 'I choose my file, then nothing happens.\n\nThe message says “line 12 unreadable”.',
    answer: 'Line 12 holds an impossible date. Could you correct it and try again?',
    again: 'Thank you, but line 13 does not pass either.',
  },
] as const;
type Traveller = (typeof TRAVELLERS)[number];

const PASSWORD = 'marronnier tambour éclipse';
const NAME = 'Lucie Martin';

/** From the article to an account with a password, signed in. */
const join = async (page: Page, { locale, article, title }: Traveller): Promise<string> => {
  await page.goto(article);
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  const email = await signUp(page, NAME, locale);
  await followMail(page, email);
  const main = page.getByRole('main');
  await main.getByLabel(locale === 'fr' ? 'Nouveau mot de passe' : 'New password').fill(PASSWORD);
  await main
    .getByRole('button', { name: locale === 'fr' ? 'Enregistrer et me connecter' : 'Save and sign in' })
    .click();
  await expect(main.getByRole('status')).toBeVisible();
  return email;
};

/** A request with a mistake first: what was written and attached is still there, and the mistakes are told beside their fields. */
const open = async (page: Page, { locale, words, picture, subject, description }: Traveller): Promise<number> => {
  await page.goto(`/${locale}/requests`);
  await page.getByRole('link', { name: words.newRequest }).first().click();
  await fillRequest(page, words, { subject: 'abc', description });
  await page.getByLabel(words.pageUrl).fill('exemple');
  await page.getByLabel(words.files).setInputFiles(await screenshot(page, 'file-attente.png'));
  await expect(page.getByRole('button', { name: `${words.remove} file-attente.png` })).toBeVisible();
  await pasteScreenshot(page);
  await expect(page.getByRole('button', { name: `${words.remove} ${picture}` })).toBeVisible();
  await page.getByRole('button', { name: words.send }).click();

  await expect(page.getByRole('main').getByRole('alert')).toContainText(words.notSent);
  await expect(page.getByRole('main').getByRole('alert')).toBeFocused();
  const subjectField = page.getByLabel(words.subject, { exact: true });
  await expect(subjectField).toHaveAccessibleDescription(new RegExp(words.tooShort));
  await expect(subjectField).toHaveValue('abc');
  await expect(page.getByLabel(words.pageUrl)).toHaveAccessibleDescription(new RegExp(words.wrongUrl));
  await expect(page.getByLabel(words.pageUrl)).toHaveValue('exemple');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.problem);
  await expect(page.getByLabel(words.description, { exact: true })).toHaveValue(description);
  await expect(page.getByRole('button', { name: `${words.remove} file-attente.png` })).toBeVisible();

  await subjectField.fill(subject);
  await page.getByLabel(words.pageUrl).fill('https://exemple.fr/adherents/import');
  await page.getByRole('button', { name: words.send }).click();
  return openedNumber(page);
};

const expectOpened = async (page: Page, { words, subject, picture }: Traveller): Promise<void> => {
  await expect(page.getByRole('main').getByRole('status').filter({ hasText: words.arrived })).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(subject);
  const files = lastMessage(page, words, NAME).getByRole('list', { name: words.attached }).getByRole('link');
  await expect(files).toHaveCount(2);
  await expect(files.filter({ hasText: picture })).toHaveCount(1);
  const address = (await files.first().getAttribute('href')) ?? '';
  const file = await page.request.get(address);
  expect([file.status(), file.headers()['content-type']]).toEqual([200, 'image/png']);
};

/** The agent finds the request in the inbox, takes it, leaves a note, answers and asks for more. */
const answer = async (browser: Browser, number: number, traveller: Traveller): Promise<void> => {
  const { locale, words, subject } = traveller;
  const page = await browser.newPage();
  await signIn(page, CAST.theo, { locale, next: `/${locale}/desk` });
  await page
    .getByRole('row', { name: `#${number}` })
    .getByRole('link', { name: subject })
    .click();
  await page.getByRole('button', { name: words.take }).click();
  await expect(page.getByRole('button', { name: words.release })).toBeVisible();
  await page.getByRole('link', { name: words.note }).click();
  await page.getByLabel(words.note, { exact: true }).fill('Secret: R-17');
  await page.getByRole('button', { name: words.addNote }).click();
  await expect(lastMessage(page, words, 'Théo Lambert')).toContainText('R-17');
  await page.goto(`/${locale}/desk/${number}`);
  await page.getByLabel(`${words.answerTo}${NAME}`).fill(traveller.answer);
  await page.getByRole('button', { name: words.sendReply }).click();
  await expect(lastMessage(page, words, 'Théo Lambert')).toContainText(traveller.answer);
  await expect(page.getByLabel(`${words.answerTo}${NAME}`)).toHaveValue('');
  await page.getByLabel(words.move).selectOption(words.waitingDesk);
  await page.getByRole('button', { name: words.change, exact: true }).click();
  await expect(page.getByRole('complementary').getByText(words.waitingDesk).first()).toBeVisible();
  await page.close();
};

const status = (page: Page, words: Words) => page.getByRole('complementary', { name: words.details });

// Some forty pages in a row.
test.describe.configure({ timeout: 150_000 });

for (const traveller of TRAVELLERS) {
  const { locale, words } = traveller;
  test(`from an article to an answered request, resolved and reopened (${locale})`, async ({ page, browser }) => {
    const email = await join(page, traveller);
    const number = await open(page, traveller);
    await expectOpened(page, traveller);
    await answer(browser, number, traveller);

    await followMail(page, email, traveller.answer);
    await expect(page).toHaveURL(`/${locale}/requests/${number}`);
    // An answer of the desk waits some seconds before it leaves.
    await expect(async () => {
      await page.reload();
      await expect(lastMessage(page, words, 'Théo Lambert')).toContainText(traveller.answer, { timeout: 2_000 });
    }).toPass();
    await expect(page.getByRole('main')).not.toContainText('R-17');
    await expect(status(page, words)).toContainText(words.waiting);

    await page.getByRole('button', { name: words.resolve }).click();
    await expect(page.getByRole('button', { name: words.reopen })).toBeVisible();
    await expect(status(page, words)).toContainText(words.resolved);
    await page.getByLabel(words.reply).fill(traveller.again);
    await page.getByRole('button', { name: words.reopen }).click();
    await expect(lastMessage(page, words, NAME)).toContainText(traveller.again);
    await expect(page.getByLabel(words.reply)).toHaveValue('');
    await expect(status(page, words)).toContainText(words.inReview);
    await page.goto(`/${locale}/requests`);
    await expect(page.getByRole('row', { name: `#${number}` })).toContainText(words.inReview);
  });
}
