import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';

const READERS = [
  {
    locale: 'fr',
    field: 'Rechercher dans l’aide',
    submit: 'Rechercher',
    // Without its accents, as people type.
    query: 'recus fiscaux',
    found: 'Éditer les reçus fiscaux',
    results: 'Résultats',
    nothing: 'Rien ne correspond à ces mots',
    browse: 'Parcourir le centre d’aide',
  },
  {
    locale: 'en',
    field: 'Search the help centre',
    submit: 'Search',
    query: 'donation receipt',
    found: 'Issue donation receipts',
    results: 'Results',
    nothing: 'Nothing matches these words',
    browse: 'Browse the help centre',
  },
] as const;

for (const reader of READERS) {
  test.describe(`search without JavaScript (${reader.locale})`, () => {
    test.use({ javaScriptEnabled: false });

    test('finds an article and marks the words', async ({ page }) => {
      await page.goto(`/${reader.locale}/search`);
      const form = page.getByRole('main').getByRole('search');
      await form.getByRole('searchbox', { name: reader.field }).fill(reader.query);
      await form.getByRole('button', { name: reader.submit }).click();
      const results = page.getByRole('list', { name: reader.results }).getByRole('listitem');
      await expect(results.first()).toContainText(reader.found);
      await expect(results.first().locator('mark').first()).toBeVisible();
      await results.first().getByRole('link', { name: reader.found }).first().click();
      await expect(page.getByRole('heading', { level: 1, name: reader.found })).toBeVisible();
    });

    test('says what to try when nothing is found', async ({ page }) => {
      await page.goto(`/${reader.locale}/search?q=xyzzy`);
      await expect(page.getByRole('heading', { name: reader.nothing })).toBeVisible();
      await page.getByRole('link', { name: reader.browse }).click();
      await expect(page).toHaveURL(new RegExp(`/${reader.locale}/help$`));
    });
  });

  test(`nothing bars the way in the results (${reader.locale})`, async ({ page }) => {
    for (const query of [reader.query, 'xyzzy']) {
      await page.goto(`/${reader.locale}/search?q=${query}`);
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    }
  });
}

test('an article in French only is found in English without JavaScript, and says so', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('/en/search?q=quorum');
  const found = page.getByRole('list', { name: 'Results' }).getByRole('listitem').filter({ hasText: 'in French' });
  await expect(found).toHaveCount(1);
  await expect(found.locator('[lang="fr"]').first()).toContainText('Préparer une assemblée générale');
  await found.getByRole('link').first().click();
  await expect(page).toHaveURL(/\/en\/help\/events\/preparer-une-assemblee-generale/);
  await expect(page.getByRole('note').filter({ hasText: 'only available in French' })).toBeVisible();
  await context.close();
});

test('suggests articles while typing', async ({ page }) => {
  await page.goto('/fr/help');
  const field = page.getByRole('banner').getByRole('combobox', { name: 'Rechercher dans l’aide' });
  const answered = page.waitForResponse(
    (response) => new URL(response.url()).searchParams.get('q') === 'importer vos adh',
  );
  await field.pressSequentially('importer vos adh');
  await answered;
  await expect(page.getByRole('option').first()).toContainText('Importer vos adhérents depuis un tableur');
  await field.press('ArrowDown');
  await field.press('Enter');
  await expect(page).toHaveURL(/\/fr\/help\/adherents\/importer-vos-adherents(?:#.*)?$/);
});

test('the way to all results stays in sight under a long list', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 500 });
  await page.goto('/fr/help');
  await page.getByRole('combobox').first().fill('import');
  const all = page.getByRole('option', { name: /^Tous les résultats/ });
  await expect(all).toBeInViewport({ ratio: 1 });
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('option', { selected: true })).toBeInViewport({ ratio: 1 });
  await expect(all).toBeInViewport({ ratio: 1 });
});

test('a word of the glossary is told as one', async ({ page }) => {
  await page.goto('/en/search?q=quorum');
  const term = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: 'quorum', exact: true }) });
  await expect(term).toContainText('Glossary');
  await term.getByRole('link').click();
  await expect(page).toHaveURL(/\/en\/resources\/glossary#quorum$/);
});

test('a query is text, whatever it holds', async ({ page }) => {
  await page.goto(`/fr/search?q=${encodeURIComponent('<img src=x onerror=alert(1)> "]}')}`);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('<img src=x');
});
