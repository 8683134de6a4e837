import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';

const READERS = [
  {
    locale: 'fr',
    help: 'Centre d’aide',
    collection: 'Adhérents',
    article: 'Importer vos adhérents depuis un tableur',
    next: 'Corriger les erreurs d’import',
    contents: 'Sur cette page',
    neighbours: 'Article précédent et suivant',
    passage: 'Lancer l’import',
    changed: '2 octobre 2026',
    other: { language: 'English', article: 'Import your members from a spreadsheet' },
  },
  {
    locale: 'en',
    help: 'Help centre',
    collection: 'Members',
    article: 'Import your members from a spreadsheet',
    next: 'Fix import errors',
    contents: 'On this page',
    neighbours: 'Previous and next article',
    passage: 'Run the import',
    changed: '2 October 2026',
    other: { language: 'Français', article: 'Importer vos adhérents depuis un tableur' },
  },
] as const;

for (const reader of READERS) {
  test.describe(`a reader of the help without JavaScript (${reader.locale})`, () => {
    test.use({ javaScriptEnabled: false });

    test('finds an article by its collection, reads it and goes on', async ({ page }) => {
      await page.goto(`/${reader.locale}/help`);
      await expect(page.getByRole('heading', { level: 1, name: reader.help })).toBeVisible();
      await page.getByRole('main').getByRole('link', { name: reader.collection, exact: true }).click();
      await expect(page.getByRole('heading', { level: 1, name: reader.collection })).toBeVisible();
      await page.getByRole('link', { name: reader.article }).first().click();
      await expect(page.getByRole('heading', { level: 1, name: reader.article })).toBeVisible();
      await expect(page.getByText('Inès Garnier')).toBeVisible();
      await expect(page.locator('time').filter({ hasText: reader.changed })).toBeVisible();

      const contents = page.getByRole('navigation', { name: reader.contents });
      await contents.getByRole('link', { name: reader.passage }).click();
      await expect(page.getByRole('heading', { level: 2, name: reader.passage })).toBeInViewport();

      await page.getByRole('navigation', { name: reader.neighbours }).getByRole('link', { name: reader.next }).click();
      await expect(page.getByRole('heading', { level: 1, name: reader.next })).toBeVisible();
    });

    test('shows one variant of a passage at a time', async ({ page }) => {
      await page.goto(`/${reader.locale}/help`);
      await page.getByRole('link', { name: reader.article }).first().click();
      const variants = page.getByRole('radio');
      const second = variants.nth(1);
      const label = await second.evaluate((input) => input.closest('label')?.textContent ?? '');
      await expect(page.getByRole('group', { name: label })).toBeHidden();
      await second.check();
      await expect(page.getByRole('group', { name: label })).toBeVisible();
    });

    test('switches to the same article in the other language', async ({ page }) => {
      await page.goto(`/${reader.locale}/help`);
      await page.getByRole('link', { name: reader.article }).first().click();
      await page.getByRole('banner').getByRole('link', { name: reader.other.language }).click();
      await expect(page.getByRole('heading', { level: 1, name: reader.other.article })).toBeVisible();
    });
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    test(`nothing bars the way in an article (${reader.locale}, ${colorScheme})`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await page.goto(`/${reader.locale}/help`);
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
      await page.getByRole('link', { name: reader.collection, exact: true }).first().click();
      await expect(page.getByRole('heading', { level: 1, name: reader.collection })).toBeVisible();
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
      await page.getByRole('main').getByRole('link', { name: reader.article }).click();
      await expect(page.getByRole('heading', { level: 1, name: reader.article })).toBeVisible();
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    });
  }
}

test('pictures hold their place before they come', async ({ page }) => {
  await page.goto('/fr/help/adherents/importer-vos-adherents');
  const pictures = page.getByRole('article').locator('img');
  await expect(pictures).not.toHaveCount(0);
  for (const picture of await pictures.all()) {
    await expect(picture).toHaveAttribute('width', /^\d+$/);
    await expect(picture).toHaveAttribute('height', /^\d+$/);
    await expect(picture).toHaveAttribute('alt', /\w/);
  }
});

test('a picture opens over the page and closes again', async ({ page }) => {
  await page.goto('/fr/help/adherents/importer-vos-adherents');
  const picture = page.getByRole('article').locator('img').first();
  const name = (await picture.getAttribute('alt')) ?? '';
  await picture.click();
  const large = page.getByRole('dialog', { name });
  await expect(large).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(large).toBeHidden();
});

test('search engines are told of both languages', async ({ page, request }) => {
  await page.goto('/fr/help/adherents/importer-vos-adherents');
  await expect(page.locator('link[rel="canonical"]')).toHaveAttribute('href', /\/fr\/help\/adherents\/importer-/);
  await expect(page.locator('link[hreflang="en"]')).toHaveAttribute('href', /\/en\/help\/members\/import-/);
  const sitemap = await (await request.get('/sitemap.xml')).text();
  expect(sitemap).toContain('/en/help/members/import-your-members');
  expect(sitemap).not.toContain('rembourser-hors-delai');
});

test('an address that leads nowhere is not found', async ({ page }) => {
  const answer = await page.goto('/fr/help/adherents/nulle-part');
  expect(answer?.status()).toBe(404);
});
