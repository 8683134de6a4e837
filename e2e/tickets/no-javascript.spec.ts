import { expect, type Page, test } from '@playwright/test';
import { CAST, newAddress, signIn } from '../fixtures';
import { confirmRequest, fillRequest, lastMessage, openedNumber, screenshot, type Words } from './request-form';
import { WORDS } from './words';

test.use({ javaScriptEnabled: false });

const REQUEST = {
  subject: 'Un reçu fiscal manque',
  description: 'Un donateur de mars n’a pas reçu son reçu.\n\nIl figure pourtant dans la liste des dons.',
};

const sayWho = async (page: Page, words: Words, email: string): Promise<void> => {
  await page.getByLabel(words.visitorName).fill('Ada Keller');
  await page.getByLabel(words.visitorEmail).fill(email);
};

for (const locale of ['fr', 'en'] as const) {
  const words = WORDS[locale];
  test(`a visitor opens a request with a file, after a mistake that loses nothing (${locale})`, async ({ page }) => {
    const email = newAddress('ada');
    await page.goto(`/${locale}/requests/new`);
    await fillRequest(page, words, { ...REQUEST, subject: 'abc' });
    await sayWho(page, words, 'ada@');
    await page.getByLabel(words.files).setInputFiles(await screenshot(page, 'dons.png'));
    await page.getByRole('button', { name: words.send }).click();

    await expect(page.getByRole('main').getByRole('alert')).toContainText(words.notSent);
    const subject = page.getByLabel(words.subject, { exact: true });
    await expect(subject).toHaveAccessibleDescription(new RegExp(words.tooShort));
    await expect(subject).toHaveValue('abc');
    await expect(page.getByLabel(words.visitorEmail)).toHaveAccessibleDescription(new RegExp(words.wrongEmail));
    await expect(page.getByLabel(words.visitorEmail)).toHaveValue('ada@');
    await expect(page.getByLabel(words.visitorName)).toHaveValue('Ada Keller');
    await expect(page.getByLabel(words.description, { exact: true })).toHaveValue(REQUEST.description);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.problem);
    await expect(page.getByText('dons.png').first()).toBeVisible();

    await subject.fill(REQUEST.subject);
    await page.getByLabel(words.visitorEmail).fill(email);
    await page.getByRole('button', { name: words.send }).click();
    const number = await confirmRequest(page, words, email);

    await signIn(page, CAST.theo, { locale, next: `/${locale}/desk/${number}` });
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(REQUEST.subject);
    await expect(lastMessage(page, words, 'Ada Keller').getByRole('link', { name: 'dons.png' })).toBeVisible();
  });
}

test('a customer opens a request, answers with a file, resolves it and reopens it', async ({ page }) => {
  const words = WORDS.fr;
  await signIn(page, CAST.sylvie, { next: '/fr/requests/new' });
  await fillRequest(page, words, REQUEST);
  await page.getByRole('button', { name: words.send }).click();
  await openedNumber(page);

  await page.getByRole('button', { name: words.sendReply }).click();
  await expect(page.getByLabel(words.reply)).toHaveAccessibleDescription(/Remplissez ce champ/);
  await page.getByLabel(words.reply).fill('Voici la liste des dons.');
  await page.getByLabel(words.files).setInputFiles(await screenshot(page, 'liste.png'));
  await page.getByRole('button', { name: words.sendReply }).click();
  const reply = lastMessage(page, words, 'Sylvie Marchand');
  await expect(reply).toContainText('Voici la liste des dons.');
  await expect(reply.getByRole('link', { name: 'liste.png' })).toBeVisible();
  await expect(page.getByLabel(words.reply)).toHaveValue('');

  await page.getByRole('button', { name: words.resolve }).click();
  await page.getByLabel(words.reply).fill('En fait, il manque toujours.');
  await page.getByRole('button', { name: words.reopen }).click();
  await expect(lastMessage(page, words, 'Sylvie Marchand')).toContainText('il manque toujours');
  await expect(page.getByRole('complementary', { name: words.details })).toContainText(words.inReview);
});
