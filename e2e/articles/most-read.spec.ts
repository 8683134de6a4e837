import { expect, test } from '@playwright/test';

for (const [locale, title, first] of [
  ['fr', 'Les plus lus', 'Importer vos adhérents depuis un tableur'],
  ['en', 'Most read', 'Import your members from a spreadsheet'],
] as const) {
  test.describe(`what others read (${locale})`, () => {
    test.use({ javaScriptEnabled: false });

    test('is on the first page and on that of the help', async ({ page }) => {
      for (const path of [`/${locale}`, `/${locale}/help`]) {
        await page.goto(path);
        const list = page.getByRole('region', { name: title });
        await expect(list.getByRole('link').first()).toContainText(first);
      }
    });
  });
}

test('only readers of our own pages are counted', async ({ request }) => {
  const tell = (data: string, headers: Record<string, string> = {}) =>
    request.post('/api/reads', { data, headers: { 'content-type': 'text/plain', ...headers } });
  expect((await tell('fr:members-import-file', { 'sec-fetch-site': 'cross-site' })).status()).toBe(403);
  expect((await tell('nonsense')).status()).toBe(400);
  expect((await tell('fr:no-such-article')).status()).toBe(204);
});
