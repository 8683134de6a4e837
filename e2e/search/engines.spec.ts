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

/** What a thing of each kind must say about itself, by schema.org and by what search engines ask of it. */
const REQUIRED: Record<string, readonly string[]> = {
  Answer: ['text'],
  Article: ['headline', 'datePublished', 'dateModified', 'author', 'publisher', 'mainEntityOfPage', 'inLanguage'],
  BreadcrumbList: ['itemListElement'],
  DefinedTerm: ['name', 'description', 'url'],
  DefinedTermSet: ['name', 'hasDefinedTerm'],
  EntryPoint: ['urlTemplate'],
  Event: ['name', 'startDate', 'endDate', 'location', 'eventStatus', 'eventAttendanceMode', 'organizer'],
  FAQPage: ['mainEntity'],
  ListItem: ['position', 'name', 'item'],
  Organization: ['name', 'url'],
  Person: ['name'],
  Place: ['name', 'address'],
  Question: ['name', 'acceptedAnswer'],
  SearchAction: ['target', 'query-input'],
  TechArticle: ['headline', 'datePublished', 'dateModified', 'author', 'publisher', 'mainEntityOfPage', 'inLanguage'],
  ItemList: ['itemListElement'],
  VideoObject: ['name', 'description', 'uploadDate', 'thumbnailUrl'],
  VirtualLocation: ['url'],
  WebSite: ['name', 'url', 'potentialAction'],
};

type Thing = { [field: string]: unknown };

const isThing = (value: unknown): value is Thing => typeof value === 'object' && value !== null;

/** Everything in the data that has a type, at any depth. */
const thingsIn = (value: unknown): Thing[] => {
  if (Array.isArray(value)) return value.flatMap(thingsIn);
  if (!isThing(value)) return [];
  return [...('@type' in value ? [value] : []), ...Object.values(value).flatMap(thingsIn)];
};

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

const mistakesOf = (thing: Thing): string[] => {
  const type = String(thing['@type']);
  const required = REQUIRED[type];
  if (!required) return [`${type} is not a kind we know`];
  const missing = required.filter((field) => isEmpty(thing[field])).map((field) => `${type} has no ${field}`);
  const days = Object.entries(thing)
    .filter(([field, value]) => /^date|Date$/.test(field) && Number.isNaN(Date.parse(String(value))))
    .map(([field]) => `${type} has no day as ${field}`);
  return [...missing, ...days];
};

type Element = DefaultTreeAdapterTypes.Element;
type Told = { canonical: string; languages: string[]; search: string; meta: Map<string, string>; things: Thing[] };

const elementsIn = (node: DefaultTreeAdapterTypes.Node): Element[] =>
  'childNodes' in node
    ? node.childNodes.flatMap((child) => ('tagName' in child ? [child, ...elementsIn(child)] : []))
    : [];

const attributes = (element: Element): Record<string, string> =>
  Object.fromEntries(element.attrs.map(({ name, value }) => [name, value]));

const textOf = (element: Element): string =>
  element.childNodes.map((child) => ('value' in child ? child.value : '')).join('');

/** What the page as it is sent tells programs: they run no scripts of ours. */
const toldBy = async (request: APIRequestContext, path: string): Promise<Told> => {
  const answer = await request.get(path);
  expect(answer.status(), path).toBe(200);
  const elements = elementsIn(parse(await answer.text()));
  const all = (tag: string) => elements.filter(({ tagName }) => tagName === tag);
  const links = all('link').map(attributes);
  const blocks = all('script').filter((script) => attributes(script).type === 'application/ld+json');
  return {
    canonical: links.find(({ rel }) => rel === 'canonical')?.href ?? '',
    languages: links.flatMap(({ rel, hreflang }) => (rel === 'alternate' && hreflang ? [hreflang] : [])).sort(),
    search: links.find(({ rel }) => rel === 'search')?.href ?? '',
    meta: new Map(
      all('meta')
        .map(attributes)
        .map(({ property, name, content }) => [property ?? name ?? '', content ?? '']),
    ),
    things: blocks.flatMap((block) => {
      const data = JSON.parse(textOf(block)) as Thing;
      expect(data['@context'], path).toBe('https://schema.org');
      return thingsIn(data);
    }),
  };
};

for (const [locale, paths] of Object.entries(PAGES)) {
  test(`each kind of page tells programs what it is (${locale})`, async ({ request }) => {
    for (const path of paths) {
      const { canonical, languages, search, meta, things } = await toldBy(request, path);
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
      expect(things.flatMap(mistakesOf), path).toEqual([]);
    }
  });
}

test('each kind of thing is named for what it is', async ({ request }) => {
  const typesOn = async (path: string) => (await toldBy(request, path)).things.map((thing) => thing['@type']);
  expect(await typesOn('/fr')).toEqual(expect.arrayContaining(['Organization', 'WebSite', 'SearchAction']));
  expect(await typesOn(PAGES.fr[3])).toEqual(expect.arrayContaining(['TechArticle', 'BreadcrumbList']));
  expect(await typesOn('/fr/faq')).toContain('FAQPage');
  expect(await typesOn('/fr/events')).toContain('Event');
  expect(await typesOn('/fr/resources/video-composer-une-page')).toContain('VideoObject');
  expect(await typesOn('/fr/resources/glossary')).toEqual(expect.arrayContaining(['DefinedTermSet', 'DefinedTerm']));
  expect(await typesOn('/fr/news/2026-43-erreurs-d-import-expliquees')).toEqual(
    expect.arrayContaining(['Article', 'BreadcrumbList']),
  );
});

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
