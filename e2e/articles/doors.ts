import { CAST } from '../fixtures';

/** Who tries the doors, and which articles they may read. */
export const READERS = [
  { who: 'a visitor', email: null, reads: ['public'] },
  { who: 'a customer', email: CAST.noor, reads: ['public', 'customers'] },
  { who: 'an agent', email: CAST.theo, reads: ['public', 'customers', 'agents'] },
  { who: 'an editor', email: CAST.ines, reads: ['public', 'customers', 'agents'] },
  { who: 'an admin', email: CAST.admin, reads: ['public', 'customers', 'agents'] },
] as const;

export type Audience = 'public' | 'customers' | 'agents';

/** One article of each audience in the demo: what would give it away, its own address, its collection and a file only it shows. */
export const ARTICLES = {
  public: {
    ...{ key: 'events-tickets', home: 'evenements', slug: 'vendre-des-billets', title: 'Vendre des billets' },
    ...{
      query: 'vendre des billets',
      media: '/media/events/tickets.svg',
      phrase: 'Définissez vos tarifs, ouvrez la vente',
    },
  },
  customers: {
    ...{
      key: 'accounting-payouts',
      home: 'comptabilite',
      slug: 'suivre-les-versements',
      title: 'Suivre les versements',
    },
    ...{ query: 'versement paiement en ligne', media: '/media/accounting/payouts.svg' },
    phrase: 'Sachez quand l’argent de vos paiements en ligne',
  },
  agents: {
    ...{ key: 'events-agents-refunds', home: 'evenements', slug: 'rembourser-hors-delai-procedure-interne' },
    ...{ title: 'procédure interne', query: 'remboursement hors délai', media: '/media/none.svg' },
    phrase: 'Ce que le support vérifie, décide et consigne',
  },
} as const satisfies Record<Audience, Record<string, string>>;

/** The id of no comment. */
const NOBODY = '00000000-0000-4000-8000-000000000000';

const EACH = Object.keys(ARTICLES) as Audience[];
const input = (value: Record<string, unknown>): string => encodeURIComponent(JSON.stringify({ json: value }));

/** A release note, a meeting and a guide for customers: nothing of them may reach visitors either. */
export const OTHERS = {
  note: {
    path: '/fr/news/2026-44-acces-anticipe-aux-recus-groupes',
    title: 'Accès anticipé',
    query: 'accès anticipé reçus groupés',
  },
  event: {
    path: '/fr/events/atelier-relire-votre-cloture/event.ics',
    title: 'relire votre clôture ensemble',
    query: 'atelier relire clôture ensemble',
  },
  resource: {
    path: '/fr/resources/reprise-des-donnees',
    title: 'Reprendre les données d’un ancien logiciel',
    query: 'reprise des données ancien logiciel',
  },
} as const;

type Door = {
  /** The addresses behind it that would show an article of this audience, if any did. */
  paths: (audience: Audience) => string[];
  /** Whether it must show the article to those who may read it; a door that only must not tell is tried all the same. */
  shows?: 'title' | 'answer';
};

const everywhere = (...paths: string[]): Door => ({ paths: () => paths });
const perArticle = (path: (article: (typeof ARTICLES)[Audience]) => string, shows?: Door['shows']): Door => ({
  paths: (audience) => [path(ARTICLES[audience])],
  ...(shows ? { shows } : {}),
});

/**
 * Every route of `app/` that could tell of an article, by its file. A new route that takes part of its address from the
 * reader must be entered here or in `TELL_NOTHING`; one without is tried as it is.
 */
export const DOORS: Record<string, Door> = {
  '[locale]/(site)/help/[collection]/[slug]/page.tsx': perArticle(
    ({ home, slug }) => `/fr/help/${home}/${slug}`,
    'title',
  ),
  '[locale]/(site)/reserved/[collection]/[slug]/page.tsx': perArticle(
    ({ home, slug }) => `/fr/reserved/${home}/${slug}`,
    'title',
  ),
  '[locale]/(site)/help/[collection]/page.tsx': perArticle(({ home }) => `/fr/help/${home}`, 'title'),
  '[locale]/(site)/reserved/[collection]/page.tsx': perArticle(({ home }) => `/fr/reserved/${home}`, 'title'),
  '[locale]/(site)/help/page.tsx': everywhere('/fr/help'),
  '[locale]/(site)/help/[collection]/sections/[section]/[[...page]]/page.tsx': everywhere(
    '/fr/help/evenements/sections/annuler-et-rembourser',
    '/fr/help/comptabilite/sections/dons-et-versements',
  ),
  '[locale]/(site)/help/[collection]/[slug]/feedback/page.tsx': perArticle(
    ({ home, slug }) => `/fr/help/${home}/${slug}/feedback`,
  ),
  '[locale]/(site)/help/[collection]/[slug]/comments/page.tsx': perArticle(
    ({ home, slug }) => `/fr/help/${home}/${slug}/comments`,
  ),
  '[locale]/(site)/help/[collection]/[slug]/comments/more/page.tsx': perArticle(
    ({ home, slug }) => `/fr/help/${home}/${slug}/comments/more`,
  ),
  '[locale]/(site)/help/[collection]/[slug]/comments/write/page.tsx': perArticle(
    ({ home, slug }) => `/fr/help/${home}/${slug}/comments/write`,
  ),
  '[locale]/(site)/help/[collection]/[slug]/comments/report/page.tsx': perArticle(
    ({ home, slug }) => `/fr/help/${home}/${slug}/comments/report?id=${NOBODY}`,
  ),
  '[locale]/(site)/reserved/[collection]/[slug]/comments/page.tsx': perArticle(
    ({ home, slug }) => `/fr/reserved/${home}/${slug}/comments`,
  ),
  // Neighbours, related and the list of a collection beside an article that everybody may read.
  '(the articles beside one)': everywhere(
    '/fr/help/evenements/annuler-un-evenement',
    '/fr/help/comptabilite/editer-les-recus-fiscaux',
  ),
  '[locale]/(site)/search/page.tsx': perArticle(({ query }) => `/fr/search?${new URLSearchParams({ q: query })}`),
  'api/search/route.ts': perArticle(({ query }) => `/api/search?locale=fr&${new URLSearchParams({ q: query })}`),
  'api/search/suggestions/route.ts': perArticle(
    ({ query }) => `/api/search/suggestions?locale=fr&${new URLSearchParams({ q: query })}`,
  ),
  'api/search/answers/route.ts': perArticle(
    ({ query }) => `/api/search/answers?locale=fr&${new URLSearchParams({ subject: query })}`,
  ),
  // In the other language, where an article may stand in for its translation.
  '(the search in English)': perArticle(({ query }) => `/en/search?${new URLSearchParams({ q: query })}`),
  '(suggestions in English)': perArticle(({ query }) => `/api/search?locale=en&${new URLSearchParams({ q: query })}`),
  'api/trpc/[trpc]/route.ts': {
    paths: (audience) => {
      const { query, key } = ARTICLES[audience];
      return [
        `/api/trpc/search.find?input=${input({ query, locale: 'fr' })}`,
        `/api/trpc/search.suggest?input=${input({ query, locale: 'fr' })}`,
        `/api/trpc/articles.ownVote?input=${input({ articleKey: key, locale: 'fr' })}`,
        `/api/trpc/articles.mostRead?input=${input({ locale: 'fr', limit: 20 })}`,
        `/api/trpc/articles.popular?input=${input({ locale: 'fr', limit: 20 })}`,
        `/api/trpc/comments.list?input=${input({ articleKey: key, locale: 'fr' })}`,
        `/api/trpc/comments.more?input=${input({ articleKey: key, locale: 'fr' })}`,
        `/api/trpc/comments.show?input=${input({ articleKey: key, locale: 'fr', id: NOBODY })}`,
      ];
    },
  },
  'api/feedback/route.ts': perArticle(({ key }) => `/api/feedback?locale=fr&article=${key}`),
  'api/moved/route.ts': perArticle(({ home, slug }) => `/api/moved?path=/fr/help/${home}/${slug}`),
  'media/[...path]/route.ts': perArticle(({ media }) => media),
  'sitemaps/[part]/route.ts': everywhere('/sitemap.xml', '/sitemaps/index.xml', '/sitemaps/1.xml'),
  '[locale]/(site)/[about]/page.tsx': everywhere('/fr/legal', '/fr/terms'),
  '[locale]/(site)/news/[slug]/page.tsx': everywhere('/fr/news/2026-43-erreurs-d-import-expliquees', OTHERS.note.path),
  '[locale]/(site)/news/by/[...facets]/page.tsx': everywhere('/fr/news/by/improved', '/fr/news/by/new'),
  '[locale]/(site)/resources/[slug]/page.tsx': everywhere('/fr/resources/preparer-la-cloture', OTHERS.resource.path),
  '[locale]/(site)/resources/by/[kind]/page.tsx': everywhere('/fr/resources/by/guide'),
  '[locale]/(site)/signed-in/news/[slug]/page.tsx': everywhere(
    '/fr/signed-in/news/2026-43-erreurs-d-import-expliquees',
    OTHERS.note.path.replace('/fr/', '/fr/signed-in/'),
  ),
  '[locale]/(site)/signed-in/news/by/[...facets]/page.tsx': everywhere('/fr/signed-in/news/by/new'),
  '[locale]/events/[slug]/event.ics/route.ts': everywhere(OTHERS.event.path),
  '[locale]/(site)/signed-in/events/[slug]/event.ics/route.ts': everywhere(
    OTHERS.event.path.replace('/fr/', '/fr/signed-in/'),
  ),
  '[locale]/(site)/signed-in/resources/[slug]/page.tsx': everywhere(
    '/fr/signed-in/resources/preparer-la-cloture',
    OTHERS.resource.path.replace('/fr/', '/fr/signed-in/'),
  ),
  '[locale]/(site)/signed-in/resources/by/[kind]/page.tsx': everywhere('/fr/signed-in/resources/by/guide'),
  'pictures/[...path]/route.ts': {
    paths: (audience) => [
      `/pictures/fr/help/${ARTICLES[audience].home}/${ARTICLES[audience].slug}.png`,
      ...Object.values(OTHERS).map(({ path }) => `/pictures${path}.png`),
    ],
  },
  '(searching for a note and a resource)': everywhere(
    ...['search', 'api/search', 'api/search/suggestions', 'api/search/answers'].flatMap((door) =>
      Object.values(OTHERS).map(({ query }) =>
        door === 'search'
          ? `/fr/search?${new URLSearchParams({ q: query })}`
          : `/${door}?${new URLSearchParams({ q: query, subject: query, locale: 'fr' })}`,
      ),
    ),
  ),
  '[locale]/(site)/roadmap/[key]/page.tsx': everywhere('/fr/roadmap/members-import'),
  '[locale]/(work)/requests/new/page.tsx': perArticle(({ home, slug }) => `/fr/requests/new?article=${home}/${slug}`),
};

/** Routes with a part from the reader that hold no article whatever they are asked, with the reason. */
export const TELL_NOTHING: readonly (readonly [route: RegExp, because: string])[] = [
  [/^\[locale\]\/(studio|admin|desk|dev)\//, 'working places: open to those who read all articles'],
  [/^dev\//, 'mails of the installation, for development'],
  [/^\[locale\]\/\(work\)\//, 'requests and accounts'],
  [/^\[locale\]\/\(site\)\/status\//, 'incidents'],
  [/^\[locale\]\/\(site\)\/(?:signed-in\/)?ideas\//, 'ideas'],
  [/^api\/(auth|files|v2|uploads)\//, 'sessions, attachments and status'],
  [/^api\/words\//, 'the words of the interface'],
];

export const AUDIENCES = EACH;
