import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';

const READERS = [
  { locale: 'fr', title: 'Foire aux questions', question: 'J’ai oublié mon mot de passe. Que faire' },
  { locale: 'en', title: 'Frequently asked questions', question: 'I have forgotten my password' },
] as const;

for (const { locale, title, question } of READERS) {
  test.describe(`questions without JavaScript (${locale})`, () => {
    test.use({ javaScriptEnabled: false });

    test('open and close where they stand', async ({ page }) => {
      await page.goto(`/${locale}/faq`);
      await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
      const entry = page.getByRole('group').filter({ hasText: question });
      const answer = entry.getByRole('paragraph').first();
      await expect(answer).toBeHidden();
      await entry.getByText(question).click();
      await expect(answer).toBeVisible();
      await entry.getByText(question).click();
      await expect(answer).toBeHidden();
    });
  });

  test(`nothing bars the way in the questions (${locale})`, async ({ page }) => {
    await page.goto(`/${locale}/faq`);
    for (const entry of await page.getByRole('group').all())
      await entry.evaluate((details) => details.setAttribute('open', ''));
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  });
}

test('a link to a question opens it', async ({ page }) => {
  await page.goto('/fr/faq');
  const entry = page.getByRole('group').nth(7);
  const address = await entry.locator('[id]').first().getAttribute('id');
  await page.goto(`/fr/faq#${address}`);
  await expect(entry).toHaveAttribute('open', '');
  await expect(entry.locator('summary')).toBeInViewport();
});

test('search engines get questions with their answers', async ({ page }) => {
  await page.goto('/fr/faq');
  const data = JSON.parse((await page.locator('script[type="application/ld+json"]').textContent()) ?? '{}');
  expect(data['@type']).toBe('FAQPage');
  expect(data.mainEntity.length).toBeGreaterThanOrEqual(20);
});
