import { expect, test } from '@playwright/test';
import { CAST, expectAccessible, signIn } from '../fixtures';
import { fillRequest } from './request-form';
import { WORDS } from './words';

const ANSWERS = {
  fr: {
    subject: 'Corriger les erreurs d’import',
    found: 'Ces réponses peuvent vous aider',
    article: 'Corriger les erreurs d’import',
    back: 'Reprendre ma demande',
    look: 'Chercher d’abord une réponse',
  },
  en: {
    subject: 'Fix import errors',
    found: 'These answers may help',
    article: 'Fix import errors',
    back: 'Back to my request',
    look: 'Look for an answer first',
  },
} as const;

for (const locale of ['fr', 'en'] as const) {
  const words = WORDS[locale];
  const answers = ANSWERS[locale];

  test(`answers are offered while the subject is written, and read in place (${locale})`, async ({ page }) => {
    await signIn(page, CAST.noor, { locale, next: `/${locale}/requests/new` });
    const subject = page.getByLabel(words.subject, { exact: true });
    const description = page.getByLabel(words.description, { exact: true });
    await fillRequest(page, words, { subject: answers.subject, description: 'Trois lignes sont refusées.' });
    const found = page.getByRole('region', { name: answers.found });
    await expect(found).toBeVisible();
    await expectAccessible(page, 'request form with answers');
    // Of what a beacon carries browsers tell nobody; the server takes it only if it is whole.
    const told = page.waitForResponse(/\/api\/search\/log$/);
    await found.getByRole('link', { name: answers.article }).first().click();
    expect((await told).status()).toBe(204);
    const preview = page.getByRole('dialog', { name: answers.article });
    await expect(preview.getByRole('document').getByRole('paragraph').first()).toBeVisible();
    await preview.getByRole('button', { name: answers.back }).click();
    await expect(preview).toBeHidden();
    await expect(subject).toHaveValue(answers.subject);
    await expect(description).toHaveValue('Trois lignes sont refusées.');
  });

  test.describe(`without JavaScript (${locale})`, () => {
    test.use({ javaScriptEnabled: false });

    test('one looks for answers first, and everything typed comes back', async ({ page }) => {
      await page.goto(`/${locale}/requests/new`);
      await fillRequest(page, words, { subject: answers.subject, description: 'Trois lignes sont refusées.' });
      await page.getByLabel(words.visitorName).fill('Ada Keller');
      await page.getByRole('button', { name: answers.look }).click();
      const found = page.getByRole('status').filter({ hasText: answers.found });
      await expect(found.getByRole('link', { name: answers.article }).first()).toHaveAttribute('target', '_blank');
      await expect(page.getByLabel(words.subject, { exact: true })).toHaveValue(answers.subject);
      await expect(page.getByLabel(words.description, { exact: true })).toHaveValue('Trois lignes sont refusées.');
      await expect(page.getByLabel(words.visitorName)).toHaveValue('Ada Keller');
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.problem);
    });
  });
}
