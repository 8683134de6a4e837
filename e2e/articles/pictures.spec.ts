import { type APIRequestContext, expect, type Page, test } from '@playwright/test';
import { CAST, signIn } from '../fixtures';

const RESTRICTED = '/fr/help/comptabilite/suivre-les-versements';

const metaOf = async (page: Page, name: string): Promise<string> =>
  (await page.locator(`meta[property="${name}"], meta[name="${name}"]`).first().getAttribute('content')) ?? '';

/** Width and height as the head of the file says them: what programs of other sites go by. */
const sizeOf = async (request: APIRequestContext, address: string): Promise<[number, number]> => {
  const answer = await request.get(address);
  expect(answer.status(), address).toBe(200);
  expect(answer.headers()['content-type']).toBe('image/png');
  const bytes = await answer.body();
  expect(bytes.length, address).toBeLessThan(150_000);
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
};

test('every kind of page names a picture of its own, or that of the house', async ({ page }) => {
  const seen = new Set<string>();
  for (const [path, alt] of [
    ['/fr', /Ribambelle$/],
    ['/fr/help/adherents/importer-vos-adherents', /^Importer vos adhérents.* – Ribambelle$/],
    ['/fr/help/adherents', /^Adhérents/],
    ['/en/news/2026-43-import-errors-explained', /^Import errors, explained row by row/],
    ['/fr/resources/preparer-la-cloture', /^Préparer la clôture/],
  ] as const) {
    await page.goto(path);
    const address = await metaOf(page, 'og:image');
    expect(new URL(address).origin, path).toBe(new URL(await metaOf(page, 'og:url')).origin);
    expect([await metaOf(page, 'og:image:width'), await metaOf(page, 'og:image:height')]).toEqual(['1200', '630']);
    expect(await metaOf(page, 'og:image:alt')).toMatch(alt);
    expect(await metaOf(page, 'twitter:card')).toBe('summary_large_image');
    expect(await metaOf(page, 'twitter:image')).toBe(address);
    expect(await sizeOf(page.request, address.replace(new URL(address).origin, ''))).toEqual([1200, 630]);
    seen.add(address);
  }
  expect(seen.size).toBe(5);
  await page.goto('/fr/faq');
  expect(await metaOf(page, 'og:image')).toBe([...seen][0]);
});

test('an address with its version is kept for good, one without for a while', async ({ page, request }) => {
  await page.goto('/fr/help/adherents/importer-vos-adherents');
  const { pathname, search } = new URL(await metaOf(page, 'og:image'));
  const named = await request.get(`${pathname}${search}`);
  expect(named.headers()['cache-control']).toContain('immutable');
  expect((await request.get(pathname)).headers()['cache-control']).not.toContain('immutable');
  const etag = named.headers().etag ?? '';
  expect((await request.get(pathname, { headers: { 'if-none-match': etag } })).status()).toBe(304);
});

test('what is restricted has no picture, not even for those who may read it', async ({ page, request }) => {
  for (const path of [
    RESTRICTED,
    '/fr/news/2026-44-acces-anticipe-aux-recus-groupes',
    '/fr/resources/reprise-des-donnees',
  ])
    expect((await request.get(`/pictures${path}.png`)).status(), path).toBe(404);
  expect((await request.get('/pictures/fr/help/adherents/none.png')).status()).toBe(404);
  await signIn(page, CAST.camille, { next: RESTRICTED });
  await expect(page.getByRole('heading', { level: 1, name: 'Suivre les versements' })).toBeVisible();
  expect(await metaOf(page, 'og:image')).toContain('/pictures/fr.png?v=');
  expect((await page.request.get(`/pictures${RESTRICTED}.png`)).status()).toBe(404);
});
