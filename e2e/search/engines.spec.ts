import { type APIRequestContext, expect, test } from '@playwright/test';
import { parseAtomFeed, parseRssFeed } from 'feedsmith';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';

const ORIGIN = /^http:\/\/(localhost|127\.0\.0\.1):\d+/;

/** One page of each kind, by language. */
const PAGES = {
  fr: [
    '/fr',
    '/fr/help',
    '/fr/help/adherents',
    '/fr/help/adherents/importer-vos-adherents',
    '/fr/faq',
    '/fr/news',
    '/fr/events',
    '/fr/resources',
    '/fr/resources/by/guide',
    '/fr/resources/glossary',
    '/fr/roadmap',
    '/fr/status',
    '/fr/sitemap',
    '/fr/legal',
  ],
  en: [
    '/en',
    '/en/help',
    '/en/help/members',
    '/en/help/members/import-your-members',
    '/en/faq',
    '/en/news',
    '/en/events',
    '/en/resources',
    '/en/resources/by/guide',
    '/en/resources/glossary',
    '/en/roadmap',
    '/en/status',
    '/en/sitemap',
    '/en/legal',
  ],
} as const;

type Element = DefaultTreeAdapterTypes.Element;
type Told = { canonical: string; languages: string[]; search: string; meta: Map<string, string> };

const elementsIn = (node: DefaultTreeAdapterTypes.Node): Element[] =>
  'childNodes' in node
    ? node.childNodes.flatMap((child) => ('tagName' in child ? [child, ...elementsIn(child)] : []))
    : [];

const attributes = (element: Element): Record<string, string> =>
  Object.fromEntries(element.attrs.map(({ name, value }) => [name, value]));

/** What the page as it is sent tells programs: they run no scripts of ours. */
const toldBy = async (request: APIRequestContext, path: string): Promise<Told> => {
  const answer = await request.get(path);
  expect(answer.status(), path).toBe(200);
  const elements = elementsIn(parse(await answer.text()));
  const all = (tag: string) => elements.filter(({ tagName }) => tagName === tag);
  const links = all('link').map(attributes);
  return {
    canonical: links.find(({ rel }) => rel === 'canonical')?.href ?? '',
    languages: links.flatMap(({ rel, hreflang }) => (rel === 'alternate' && hreflang ? [hreflang] : [])).sort(),
    search: links.find(({ rel }) => rel === 'search')?.href ?? '',
    meta: new Map(
      all('meta')
        .map(attributes)
        .map(({ property, name, content }) => [property ?? name ?? '', content ?? '']),
    ),
  };
};

for (const [locale, paths] of Object.entries(PAGES)) {
  test(`each kind of page tells programs what it is (${locale})`, async ({ request }) => {
    for (const path of paths) {
      const { canonical, languages, search, meta } = await toldBy(request, path);
      expect(canonical.replace(ORIGIN, ''), path).toBe(path);
      expect(languages, path).toEqual(['en', 'fr', 'x-default']);
      expect(search, path).toBe(`/${locale}/opensearch.xml`);
      expect(meta.get('og:title'), path).toBeTruthy();
      expect(meta.get('description'), path).toBeTruthy();
      expect(meta.get('og:description'), path).toBe(meta.get('description'));
      expect(meta.get('og:url'), path).toBe(canonical);
      expect(meta.get('og:site_name'), path).toBe('Ribambelle');
      expect(meta.get('og:locale'), path).toBe(locale === 'fr' ? 'fr_FR' : 'en_GB');
      expect(meta.get('twitter:card'), path).toMatch(/^summary/);
    }
  });
}

test('the sitemap names every public page with its translation, and no other', async ({ request }) => {
  const answer = await request.get('/sitemap.xml');
  expect(answer.headers()['content-type']).toContain('application/xml');
  const xml = await answer.text();
  const locations = [...xml.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, url]) => (url ?? '').replace(ORIGIN, ''));
  expect(locations).toEqual(expect.arrayContaining([...PAGES.fr, ...PAGES.en]));
  expect(new Set(locations).size).toBe(locations.length);
  expect(xml).toMatch(/importer-vos-adherents<\/loc><lastmod>\d{4}-\d\d-\d\d<\/lastmod>/);
  expect(xml).toMatch(/hreflang="en" href="[^"]*\/en\/help\/members\/import-your-members"/);
  expect(xml).not.toContain('suivre-les-versements');
  expect(xml).not.toContain('procedure-interne');
  const robots = await (await request.get('/robots.txt')).text();
  expect(robots).toMatch(/^Sitemap: http.*\/sitemap\.xml$/m);
  expect(robots).toContain('Disallow: /fr/desk');
});

test('feed readers can follow the service', async ({ request }) => {
  for (const locale of ['fr', 'en']) {
    const atom = await request.get(`/${locale}/history.atom`);
    expect(atom.headers()['content-type']).toContain('application/atom+xml');
    const { links, entries = [], updated } = parseAtomFeed(await atom.text());
    expect(links?.find(({ rel }) => rel === 'self')?.href).toMatch(new RegExp(`/${locale}/history\\.atom$`));
    expect(entries.length).toBeGreaterThan(0);
    expect(updated).toBe(entries[0]?.updated);
    expect(entries.map(({ id }) => id).every((id) => /^tag:[^,]+,2005:Incident\//.test(id ?? ''))).toBe(true);
    expect((await request.get(entries[0]?.links?.[0]?.href ?? '')).status()).toBe(200);

    const rss = await request.get(`/${locale}/history.rss`);
    expect(rss.headers()['content-type']).toContain('application/rss+xml');
    const { items = [], language } = parseRssFeed(await rss.text());
    expect(language).toBe(locale);
    expect(items.map(({ guid }) => guid?.value)).toEqual(entries.map(({ id }) => id));
    expect(items.every(({ guid }) => guid?.isPermaLink === false)).toBe(true);
  }
});

for (const [locale, word, title] of [
  ['fr', 'importer', 'Importer vos adhérents depuis un tableur'],
  ['en', 'import', 'Import your members from a spreadsheet'],
] as const) {
  test(`browsers can search here from their address bar (${locale})`, async ({ request }) => {
    const answer = await request.get(`/${locale}/opensearch.xml`);
    expect(answer.headers()['content-type']).toContain('application/opensearchdescription+xml');
    const xml = await answer.text();
    const template = (type: string) =>
      new RegExp(`<Url type="${type}"[^>]*template="([^"]*)"`)
        .exec(xml)?.[1]
        ?.replace(/&amp;/g, '&')
        .replace(ORIGIN, '') ?? '';
    const results = await request.get(template('text/html').replace('{searchTerms}', word));
    expect(await results.text()).toContain(title);
    const suggested = await request.get(template('application/x-suggestions\\+json').replace('{searchTerms}', word));
    const [query, titles, , addresses] = (await suggested.json()) as [string, string[], string[], string[]];
    expect(query).toBe(word);
    expect(titles).toContain(title);
    expect(addresses).toHaveLength(titles.length);
    expect(addresses[0]).toMatch(ORIGIN);
  });
}
