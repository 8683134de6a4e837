import { type APIRequestContext, expect, test } from '@playwright/test';
import { CAST, signIn } from '../fixtures';
import { dataIn, mistakesOf, thingsIn } from './structured-data';

/** What each kind of page says that it is. */
const PAGES: readonly [RegExp, readonly string[]][] = [
  [/^$/, ['Organization', 'WebSite', 'SearchAction']],
  [/^\/help\/[^/]+$/, ['BreadcrumbList']],
  [/^\/help\/[^/]+\/[^/]+$/, ['TechArticle', 'BreadcrumbList']],
  [/^\/faq$/, ['FAQPage', 'Question', 'Answer']],
  [/^\/news$/, ['ItemList']],
  [/^\/news\/[^/]+$/, ['Article', 'BreadcrumbList']],
  [/^\/events$/, ['Event']],
  [/^\/resources(?:\/by\/[^/]+)?$/, ['ItemList']],
  [/^\/resources\/glossary$/, ['DefinedTermSet', 'DefinedTerm']],
  [/^\/resources\/video-[^/]+$/, ['VideoObject', 'BreadcrumbList']],
  [/^\/resources\/(?!by\/|glossary$|video-)[^/]+$/, ['Article', 'BreadcrumbList']],
  [/^\/roadmap\/[^/]+$/, ['BreadcrumbList']],
  [/^\/status\/incidents\//, ['BreadcrumbList']],
];

const expectWellTold = async (request: APIRequestContext, path: string): Promise<void> => {
  const answer = await request.get(path);
  expect(answer.status(), path).toBe(200);
  const data = dataIn(await answer.text());
  expect(data.flatMap(mistakesOf), path).toEqual([]);
  const own = path.replace(/^\/\w+/, '');
  const expected = PAGES.filter(([pattern]) => pattern.test(own)).flatMap(([, kinds]) => kinds);
  const told = data.flatMap(thingsIn).map((thing) => thing['@type']);
  expect(told, path).toEqual(expect.arrayContaining(expected));
};

for (const locale of ['fr', 'en']) {
  test(`every public page tells what it is in words that schema.org knows (${locale})`, async ({ request }) => {
    const sitemap = await (await request.get('/sitemap.xml')).text();
    const paths = [...sitemap.matchAll(/<loc>(.*?)<\/loc>/g)]
      .map(([, address = '']) => new URL(address).pathname)
      .filter((path) => path.split('/')[1] === locale);
    expect(paths.length).toBeGreaterThan(60);
    for (const path of paths) await expectWellTold(request, path);
  });
}

test('so do pages that not everybody may read, lists that are narrowed, and incidents', async ({ page }) => {
  await signIn(page, CAST.camille);
  const { incidents } = (await (await page.request.get('/api/v2/incidents.json')).json()) as {
    incidents: { id: string }[];
  };
  for (const path of [
    '/fr',
    '/fr/help/comptabilite',
    '/fr/help/comptabilite/suivre-les-versements',
    '/fr/news/2026-44-acces-anticipe-aux-recus-groupes',
    '/fr/news/by/fixed',
    '/fr/events',
    '/fr/resources/reprise-des-donnees',
    '/en/faq',
    ...incidents.slice(0, 1).map(({ id }) => `/fr/status/incidents/${id}`),
  ])
    await expectWellTold(page.request, path);
});

test.describe('what is told wrongly is found', () => {
  const day = '2026-02-24';
  const author = { '@type': 'Person', name: 'Inès' };
  const video = { '@type': 'VideoObject', name: 'A', description: 'B', uploadDate: day, duration: 'PT6S' };
  for (const [what, data, mistakes] of [
    ['a kind nobody knows', { '@type': 'Artikel' }, [/knows no Artikel/, /nothing is known/]],
    [
      'a property of something else',
      { '@type': 'Person', name: 'A', headline: 'B' },
      [/Person has no property headline/],
    ],
    [
      'a property out of use',
      { '@type': 'Person', name: 'A', colleagues: [author] },
      [/colleagues of Person is out of use/],
    ],
    [
      'a thing of another kind',
      { '@type': 'FAQPage', mainEntity: [{ '@type': 'Question', name: 'A', acceptedAnswer: author }] },
      [/^acceptedAnswer of Question expects Answer/],
    ],
    [
      'values written otherwise',
      {
        ...video,
        uploadDate: '24/02/2026',
        duration: '0:06',
        thumbnailUrl: '/a.png',
        contentUrl: 'https://a.example/b',
      },
      [/^uploadDate of/, /^duration of/, /^thumbnailUrl of/],
    ],
    [
      'a state that no event has',
      {
        '@type': 'Place',
        name: 'A',
        address: 'B',
        event: { '@type': 'Event', eventStatus: 'https://schema.org/EventDone' },
      },
      [/^eventStatus of Event expects EventStatusType/, ...Array.from({ length: 8 }, () => /^Event does not say its/)],
    ],
    [
      'what Google asks for',
      { ...video, embedUrl: 'https://a.example/b' },
      [/^VideoObject does not say its thumbnailUrl/],
    ],
    ['a video that leads nowhere', { ...video, thumbnailUrl: 'https://a.example/b.png' }, [/leads to no video/]],
    [
      'a thing that is named and never told',
      { '@type': 'Place', name: 'A', address: 'B', photo: { '@id': 'https://a.example/#none' } },
      [/^photo of Place expects/],
    ],
    [
      'a way that is miscounted',
      {
        '@type': 'BreadcrumbList',
        itemListElement: [{ '@type': 'ListItem', position: 0, name: 'A', item: 'https://a.example/' }],
      },
      [/does not count from one/, /has one step only/],
    ],
  ] as const) {
    test(what, () => {
      const found = mistakesOf({ '@context': 'https://schema.org', ...data });
      expect(found).toEqual(mistakes.map((pattern) => expect.stringMatching(pattern)));
    });
  }
});
