import { expect, type Page, test } from '@playwright/test';
import { CAST, expectAccessible, signIn } from '../fixtures';

/** Words that nobody else searches for in this run. */
const ownWords = (): string => `ornitho${crypto.randomUUID().replaceAll(/[^a-f]/g, '')}`;

const WORDS = {
  fr: {
    title: 'Recherches',
    synonym: 'Ajouter un synonyme',
    add: 'Ajouter un groupe',
    remove: /^Retirer le groupe/,
    undo: 'Annuler',
    group: 'Groupe',
    changed: 'Modifié',
    newest: 'Voir d’abord les derniers modifiés',
    newestFirst: 'Les derniers modifiés d’abord.',
  },
  en: {
    title: 'Searches',
    synonym: 'Add a synonym',
    add: 'Add a group',
    remove: /^Remove the group/,
    undo: 'Undo',
    group: 'Group',
    changed: 'Changed',
    newest: 'Show the last changed first',
    newestFirst: 'Last changed first.',
  },
} as const;

/** The row of these words, once they were kept: nobody waits for the log. */
const rowOf = async (page: Page, path: string, words: string) => {
  const row = page.getByRole('row').filter({ hasText: words });
  await expect(async () => {
    await page.goto(path);
    await expect(row).toBeVisible({ timeout: 2_000 });
  }).toPass();
  return row;
};

for (const locale of ['fr', 'en'] as const) {
  const words = WORDS[locale];
  test(`a search that finds nothing reaches the editors, with the way to a synonym (${locale})`, async ({ page }) => {
    const query = ownWords();
    await page.goto(`/${locale}/search?q=${query}`);
    // Shown again it is the same search.
    await page.reload();
    await signIn(page, CAST.ines, { locale, next: `/${locale}/studio/search` });
    await expect(page.getByRole('heading', { level: 1, name: words.title })).toBeVisible();
    await expectAccessible(page, 'searches');
    const row = await rowOf(page, `/${locale}/studio/search?list=nothing&days=7`, query);
    await expect(row.getByRole('cell').nth(1)).toContainText('1');
    await row.getByRole('link', { name: new RegExp(words.synonym) }).click();
    await expect(page.getByRole('main').locator('#words')).toHaveValue(`${query}, `);
  });

  test(`synonyms are added after a mistake, removed, and put back (${locale})`, async ({ page }) => {
    const [query, other] = [ownWords(), ownWords()];
    await signIn(page, CAST.ines, { locale, next: `/${locale}/studio/search/synonyms` });
    const field = page.getByRole('main').locator('#words');
    await field.fill(query);
    await page.getByRole('button', { name: words.add }).click();
    await expect(field).toHaveAccessibleDescription(/deux mots différents|two different words/);
    await expect(field).toHaveValue(query);
    await field.fill(`${query}, ${other}`);
    await page.getByRole('button', { name: words.add }).click();
    await expect(page).toHaveURL(/done=added/);
    await expectAccessible(page, 'synonyms');
    const group = page.getByRole('row').filter({ hasText: query });
    await group.getByRole('button', { name: words.remove }).click();
    await expect(page).toHaveURL(/done=removed/);
    await expect(group).toHaveCount(0);
    await page.getByRole('button', { name: words.undo, exact: true }).click();
    await expect(page).toHaveURL(/done=restored/);
    await expect(group).toBeVisible();
    // The order is said, to who sees it and to who hears it.
    await expect(page.getByRole('columnheader', { name: words.group })).toHaveAttribute('aria-sort', 'ascending');
    await page.getByRole('link', { name: words.newest }).click();
    await expect(page.getByText(words.newestFirst)).toBeVisible();
    await expect(page.getByRole('columnheader', { name: words.changed })).toHaveAttribute('aria-sort', 'descending');
    await expect(group).toBeVisible();
    await expectAccessible(page, 'synonyms, newest first');
  });
}

test('who asks not to be followed gets no key', async ({ playwright, baseURL }) => {
  const context = await playwright.request.newContext({ baseURL: baseURL ?? '', extraHTTPHeaders: { 'sec-gpc': '1' } });
  const hit = { kind: 'article', href: '/fr/help/adherents/importer-vos-adherents', rank: 1 };
  const data = { words: ownWords(), locale: 'fr', results: 1, surface: 'page', hit };
  const answer = await context.post('/api/search/log', { data });
  expect(answer.status()).toBe(204);
  expect(answer.headers()['set-cookie']).toBeUndefined();
  await context.dispose();
});

test('other sites and broken posts have nothing to tell', async ({ request }) => {
  const foreign = await request.post('/api/search/log', { data: {}, headers: { 'sec-fetch-site': 'cross-site' } });
  expect(foreign.status()).toBe(403);
  expect((await request.post('/api/search/log', { data: { words: 1 } })).status()).toBe(400);
  expect(
    (await request.post('/api/search/log', { data: 'x', headers: { 'content-type': 'text/plain' } })).status(),
  ).toBe(400);
});

test('the reports are for editors alone, as pages and as CSV', async ({ page }) => {
  const csv = '/api/search/report?list=frequent&days=30';
  expect((await page.request.get(csv)).status()).toBe(404);
  await signIn(page, CAST.camille);
  for (const path of ['', '/answers', '/synonyms']) {
    expect((await page.goto(`/fr/studio/search${path}`))?.status()).toBe(404);
  }
  expect((await page.request.get(csv)).status()).toBe(404);
});
