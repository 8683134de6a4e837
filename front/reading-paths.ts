import { DEFAULT_LOCALE, isLocale, LOCALES } from '@/domain/people/locale';

/** What a stored answer depends on. Touching a tag makes each of its pages be asked for again. */
export type Tag = 'content' | 'incidents' | 'roadmap' | 'comments' | 'ideas' | 'settings';

/** `page`: HTML, lightened. `fragment`: HTML put into other pages. `raw`: feeds and JSON, kept as they are. */
export type Format = 'page' | 'fragment' | 'raw';

export type Treatment =
  /**
   * `reserved`: a reader with a session may be shown more than the stored page holds, and is answered by Next. Of a page
   * that is there, its own mark says whether that is so (`data-more`, `make-page.ts`).
   */
  | { kind: 'stored'; format: Format; tags: readonly Tag[]; reserved: boolean; renewAfter: number }
  /** A reading page whose answer depends on the request: lightened on the way out, never kept. */
  | { kind: 'light' }
  /** React pages: framework scripts stay, under a nonce. */
  | { kind: 'work' }
  /** Not a page of ours: handed to Next untouched. */
  | { kind: 'pass' };

type Rule = { path: RegExp; format: Format; tags: readonly Tag[]; reserved: boolean };

const LOCALE = `/(?:${LOCALES.join('|')})`;
const SLUG = '[a-z0-9]+(?:-[a-z0-9]+)*';
const rule = (pattern: string, format: Format, tags: readonly Tag[], reserved = false): Rule => ({
  // `:slug` stands for one lower-case segment; nothing that needs decoding can match, so a path has one spelling.
  path: new RegExp(`^${pattern.replaceAll(':locale', LOCALE.slice(1)).replaceAll(':slug', SLUG)}$`),
  format,
  tags,
  reserved,
});

/**
 * Every address whose answer may be kept, with what it depends on. An address outside this table is never stored,
 * whatever Next says about it. `settings` (name, logo, header, footer) is implied for all.
 */
const STORED: readonly Rule[] = [
  rule('/:locale/fragments/banner', 'fragment', ['incidents']),
  rule('/:locale/not-found(?:/signed-in)?', 'page', ['content', 'incidents']),
  rule('/:locale', 'page', ['content', 'incidents', 'roadmap'], true),
  rule('/:locale/help', 'page', ['content'], true),
  rule('/:locale/help/:slug', 'page', ['content'], true),
  rule('/:locale/help/:slug/:slug', 'page', ['content'], true),
  rule('/:locale/help/:slug/:slug/comments', 'page', ['content', 'comments']),
  rule('/:locale/help/:slug/sections/:slug(?:/[0-9]+)?', 'page', ['content']),
  rule('/:locale/faq', 'page', ['content']),
  rule('/:locale/news', 'page', ['content', 'roadmap'], true),
  rule('/:locale/news/by(?:/:slug){1,4}', 'page', ['content', 'roadmap'], true),
  rule('/:locale/news/:slug', 'page', ['content', 'roadmap'], true),
  rule('/:locale/events', 'page', ['content'], true),
  rule('/:locale/events/:slug', 'page', ['content']),
  rule('/:locale/resources', 'page', ['content'], true),
  rule('/:locale/resources/glossary', 'page', ['content']),
  rule('/:locale/resources/:slug', 'page', ['content'], true),
  rule('/:locale/resources/by/:slug', 'page', ['content'], true),
  rule('/:locale/(?:legal|terms|licences|accessibility|cookies|sitemap)', 'page', ['content']),
  rule('/:locale/status', 'page', ['incidents']),
  rule('/:locale/status/history', 'page', ['incidents']),
  rule('/:locale/status/history/[0-9]{4}-[0-9]{2}', 'page', ['incidents']),
  rule('/:locale/status/incidents/:slug', 'page', ['incidents']),
  rule('/:locale/roadmap', 'page', ['roadmap', 'content']),
  rule('/:locale/roadmap/:slug', 'page', ['roadmap', 'content']),
  rule('/:locale/ideas', 'page', ['ideas'], true),
  rule('/:locale/ideas/by/:slug', 'page', ['ideas'], true),
  // Of ideas there may be thousands: each page names its own in the place of all content.
  rule('/:locale/ideas/[1-9][0-9]*', 'page', ['content'], true),
  rule('/:locale/(?:news|events)\\.(?:atom|rss|ics)', 'raw', ['content']),
  rule('/:locale/events/:slug/event\\.ics', 'raw', ['content'], true),
  rule('/history\\.(?:atom|rss)', 'raw', ['incidents']),
  rule('/:locale/history\\.(?:atom|rss)', 'raw', ['incidents']),
  rule('/maintenances\\.ics', 'raw', ['incidents']),
  rule('/api/v2/(?:summary|status|components|incidents|scheduled-maintenances)\\.json', 'raw', ['incidents']),
  rule('/api/v2/incidents/unresolved\\.json', 'raw', ['incidents']),
  rule('/api/v2/scheduled-maintenances/(?:upcoming|active)\\.json', 'raw', ['incidents']),
  rule('(?:/:locale)?/opensearch\\.xml', 'raw', ['settings']),
  rule('/sitemap\\.xml', 'raw', ['content', 'roadmap']),
  rule('/sitemaps/[1-9][0-9]*\\.xml', 'raw', ['content', 'roadmap']),
  rule('/robots\\.txt', 'raw', ['settings']),
];

// A mail as it is drawn stands in a frame of its page, closed in by a policy of its own.
const WORKING = new RegExp(
  `^${LOCALE}/(?:requests|account|desk|studio|admin|dev|ideas/new)(?:/|$)|^/dev(?!/mailbox/[^/]+/message$)(?:/|$)`,
);
const READING = new RegExp(`^${LOCALE}(?:/|$)`);

/** Pages say how long ago things were: they are renewed behind a reader's back when their answer is this old (ms). */
const RENEW_AFTER = 600_000;
/** In articles that is a matter of days; and there may be thousands of them, each of which would be made again every ten minutes. */
const RENEW_TIMELESS = 6 * 3_600_000;
const TIMELESS = new RegExp(`^${LOCALE}/(?:help|resources)/`);

/** What the front does with a path (no query, as sent). Pure; unknown pages under a language are reading pages. */
export const treatmentOf = (path: string): Treatment => {
  const found = STORED.find((candidate) => candidate.path.test(path));
  if (found) {
    const renewAfter = TIMELESS.test(path) ? RENEW_TIMELESS : RENEW_AFTER;
    return { kind: 'stored', format: found.format, tags: found.tags, reserved: found.reserved, renewAfter };
  }
  if (WORKING.test(path)) return { kind: 'work' };
  return READING.test(path) ? { kind: 'light' } : { kind: 'pass' };
};

/** Addresses that no content can be at, nor lead from. */
const NEVER_CONTENT = /^\/(?:api|_next)(?:\/|$)/;

/** Whether publishing content may put something at a path: a page, a file, or an old address that leads on. */
export const isOfContent = (path: string): boolean => {
  const treatment = treatmentOf(path);
  if (treatment.kind === 'stored') return treatment.tags.includes('content');
  return treatment.kind !== 'work' && !NEVER_CONTENT.test(path);
};

/** The first segment of a path; of reading pages, the language. */
export const localeOf = (path: string): string => path.split('/')[1] ?? '';

/** The fragments that pages may include, by the name their `data-include` gives and the language of the page. */
export const fragmentPath = (name: string, locale: string): string => `/${locale}/fragments/${name}`;

/**
 * The page shown for every address that leads nowhere, sent with status 404: to visitors the one that also offers to sign
 * in, as they may have been given the address of something restricted. It says the same of every address.
 */
export const notFoundPath = (path: string, signedIn = false): string => {
  const locale = localeOf(path);
  return `/${isLocale(locale) ? locale : DEFAULT_LOCALE}/not-found${signedIn ? '/signed-in' : ''}`;
};

/** Whether a path is that of such a page. */
export const isNotFoundPath = (path: string): boolean =>
  [false, true].some((signedIn) => path === notFoundPath(path, signedIn));

/**
 * The tags that a touched name stands for: `content:fr:article:members-import` is itself and `content`, of all pages that do not say
 * which documents they are made of; an unknown name touches everything rather than nothing.
 */
const tagsOfName = (name: string): readonly string[] => {
  const root = name.split(':')[0];
  if (root === 'content' || root === 'incidents' || root === 'roadmap' || root === 'comments' || root === 'ideas')
    return [root, name];
  return ['content', ANY_DOCUMENT, 'incidents', 'roadmap', 'comments', 'ideas', 'settings'];
};

/** Held by every page that names its documents. */
const ANY_DOCUMENT = 'content:*';

/** The tags that these names, told together, touch. `content` alone says that content changed and not where. */
export const touchedTags = (names: readonly string[]): ReadonlySet<string> => {
  const tags = new Set(names.flatMap(tagsOfName));
  if (tags.has('content') && !names.some((name) => name.startsWith('content:'))) tags.add(ANY_DOCUMENT);
  return tags;
};

/** The tags of a page that names the documents it is made of: those in the place of all content. */
export const tagsOfDependent = (tags: readonly Tag[], depends: readonly string[]): readonly string[] => [
  ...tags.filter((tag) => tag !== 'content'),
  ...depends,
  ANY_DOCUMENT,
];
