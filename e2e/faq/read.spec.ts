import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { expectAccessible, signIn } from '../fixtures';

const READERS = [
  {
    locale: 'fr',
    title: 'Foire aux questions',
    question: 'J’ai oublié mon mot de passe. Que faire',
    category: 'Facturation',
    ask: 'Écrire une demande',
    unfold: 'Tout déplier',
    fold: 'Tout replier',
    link: 'Lien vers cette question',
  },
  {
    locale: 'en',
    title: 'Frequently asked questions',
    question: 'I have forgotten my password',
    category: 'Billing',
    ask: 'Write a request',
    unfold: 'Expand all',
    fold: 'Collapse all',
    link: 'Link to this question',
  },
] as const;

for (const { locale, title, question, category, ask, unfold, fold, link } of READERS) {
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

    test('are reached by their category, and where none fits one can write', async ({ page }) => {
      await page.goto(`/${locale}/faq`);
      const main = page.getByRole('main');
      await expect(main.getByRole('button', { name: unfold })).toBeHidden();
      await main.getByRole('navigation').getByRole('link', { name: category }).click();
      await expect(page.getByRole('heading', { level: 2, name: category })).toBeInViewport();
      await expect(main.getByRole('link', { name: ask })).toHaveAttribute('href', `/${locale}/requests/new`);
    });

    test('are all open on paper', async ({ page }) => {
      await page.goto(`/${locale}/faq`);
      await page.emulateMedia({ media: 'print' });
      const answers = page.getByRole('main').locator('details p:not([data-print])');
      await expect(answers.first()).toBeVisible();
      await expect(answers.last()).toBeVisible();
      await expect(page.getByRole('link', { name: ask })).toBeHidden();
    });
  });

  test(`all answers unfold at once, and fold again (${locale})`, async ({ page }) => {
    await page.goto(`/${locale}/faq`);
    const closed = page.locator('main details:not([open])');
    const answers = await closed.count();
    await page.getByRole('button', { name: unfold }).click();
    await expect(closed).toHaveCount(0);
    await page.getByRole('button', { name: fold }).click();
    await expect(closed).toHaveCount(answers);
    await expect(page.getByRole('button', { name: unfold })).toBeVisible();
  });

  test(`the address of an answer is copied (${locale})`, async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto(`/${locale}/faq`);
    const entry = page.getByRole('group').filter({ hasText: question });
    await entry.locator('summary').click();
    await entry.getByRole('link', { name: link }).click();
    await expect(page.locator('[data-live]')).not.toBeEmpty();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toBe(page.url());
    expect(copied).toContain(`/${locale}/faq#`);
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

test('an answer for customers is on no page for everybody, and found by those it is for', async ({ page }) => {
  const reserved = 'Puis-je demander à être rappelé par téléphone';
  const answer = await page.request.get('/fr/faq');
  expect(await answer.text()).not.toContain(reserved);
  await page.goto('/fr/faq');
  await page
    .getByRole('main')
    .getByRole('link', { name: /Connectez-vous/ })
    .click();
  await expect(page).toHaveURL(/\/fr\/sign-in/);
  await signIn(page, 'noor@lesamisdujardin.example', { next: '/fr/faq/reserved' });
  const entry = page.getByRole('group').filter({ hasText: reserved });
  await entry.locator('summary').click();
  await expect(entry.getByText('Réservé aux clients')).toBeVisible();
  await expectAccessible(page);
});

test('search engines get questions with their answers', async ({ page }) => {
  await page.goto('/fr/faq');
  const data = JSON.parse((await page.locator('script[type="application/ld+json"]').textContent()) ?? '{}');
  expect(data['@type']).toBe('FAQPage');
  expect(data.mainEntity.length).toBeGreaterThanOrEqual(20);
  expect(JSON.stringify(data)).not.toContain('être rappelé');
});
