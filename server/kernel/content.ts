import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Root } from 'hast';
import type { Audience } from '@/domain/access/grants';
import { isLocale, LOCALES, type Locale } from '@/domain/people/locale';
import { type TermFinder, termFinder } from '@/domain/resources/terms';
import { bodyFile, contentFolder } from './content/folders';
import type { ContentType } from './content/front-matter';
import { linkTerms } from './content/link-terms';
import { parentPathOf, pathOf } from './content/paths';
import { resolveRedirect } from './content/redirects';
import type {
  ArticleEntry,
  CollectionEntry,
  EventEntry,
  FaqCategoryEntry,
  FaqQuestionEntry,
  GlossaryTermEntry,
  MediaEntry,
  ReleaseNoteEntry,
  ResourceEntry,
} from './content/snapshot';
import { currentStore, type Store } from './content/store';

export type { Heading } from './content/body';
export { editSource } from './content/edit';
export { pathOf } from './content/paths';
export type {
  ArticleEntry,
  CollectionEntry,
  EventEntry,
  GlossaryTermEntry,
  MediaEntry,
  ReleaseNoteEntry,
  ResourceEntry,
} from './content/snapshot';
export { CONTENT_TAG, entryTag, listTag } from './content/tags';

/** Who reads: the audiences a reader belongs to (`audiencesOf` in `domain/access`). */
export type Audiences = readonly Audience[];

/** What a visitor without a session may read, and all that the page store may ever hold. */
export const ANONYMOUS: Audiences = ['public'];

/** A document together with its body, ready to be drawn. */
export type WithBody<T> = T & { tree: Root };

/** A collection with its articles in their sections, in order; sections without an article for this reader are left out. */
export type CollectionPage = Omit<CollectionEntry, 'sections'> & {
  sections: readonly { slug: string; title: string; articles: readonly ArticleEntry[] }[];
  count: number;
};

const byOrder = (a: { order: number; path: string }, b: { order: number; path: string }): number =>
  a.order - b.order || (a.path < b.path ? -1 : 1);

const articlesOf = (store: Store, collection: CollectionEntry, audiences: Audiences): ArticleEntry[] =>
  store
    .list(collection.locale, 'article')
    .filter((article) => article.folder === collection.slug && audiences.includes(article.audience))
    .sort(byOrder);

const pageOf = (store: Store, collection: CollectionEntry, audiences: Audiences): CollectionPage => {
  const articles = articlesOf(store, collection, audiences);
  const sections = collection.sections
    .map((section) => ({ ...section, articles: articles.filter((article) => article.section === section.slug) }))
    .filter((section) => section.articles.length > 0);
  return { ...collection, sections, count: articles.length };
};

/** All collections of a language in their order, with the articles this reader may see. */
export const collections = (locale: Locale, audiences: Audiences = ANONYMOUS): CollectionPage[] => {
  const store = currentStore();
  return [...store.list(locale, 'collection')].sort(byOrder).map((entry) => pageOf(store, entry, audiences));
};

/** One collection by its slug, or null. */
export const collection = (locale: Locale, slug: string, audiences: Audiences = ANONYMOUS): CollectionPage | null => {
  const store = currentStore();
  const entry = store.list(locale, 'collection').find((candidate) => candidate.slug === slug);
  return entry ? pageOf(store, entry, audiences) : null;
};

/** One article with its body, or null when there is none or this reader may not see it. */
export const article = async (
  locale: Locale,
  collectionSlug: string,
  slug: string,
  audiences: Audiences = ANONYMOUS,
): Promise<WithBody<ArticleEntry> | null> => {
  const entry = currentStore()
    .list(locale, 'article')
    .find((candidate) => candidate.folder === collectionSlug && candidate.slug === slug);
  return entry && audiences.includes(entry.audience) ? withTerms(await withBody(entry)) : null;
};

/** One article by its key without its body, or null when there is none or this reader may not see it. */
export const articleByKey = (locale: Locale, key: string, audiences: Audiences = ANONYMOUS): ArticleEntry | null => {
  const entry = currentStore().byKey(locale, 'article', key);
  return entry && audiences.includes(entry.audience) ? entry : null;
};

/** The articles before and after one in the reading order of its collection: by section, then by order. */
export const neighbours = (
  entry: ArticleEntry,
  audiences: Audiences = ANONYMOUS,
): { previous: ArticleEntry | null; next: ArticleEntry | null } => {
  const page = collection(entry.locale, entry.folder, audiences);
  const sequence = page?.sections.flatMap((section) => section.articles) ?? [];
  const at = sequence.findIndex((candidate) => candidate.key === entry.key);
  return { previous: sequence[at - 1] ?? null, next: at < 0 ? null : (sequence[at + 1] ?? null) };
};

/** As many further readings as a reader looks at. */
const RELATED = 4;

/**
 * What to read beside an article, of what this reader may see: what its editor named, and where they named nothing that
 * this reader may see, the articles most like it.
 */
export const relatedArticles = (entry: ArticleEntry, audiences: Audiences = ANONYMOUS): ArticleEntry[] => {
  const store = currentStore();
  const visible = (keys: readonly string[]) =>
    keys.flatMap((key) => {
      const related = store.byKey(entry.locale, 'article', key);
      return related && audiences.includes(related.audience) ? [related] : [];
    });
  const named = visible(entry.related);
  return named.length > 0 ? named : visible(entry.similar).slice(0, RELATED);
};

/**
 * What everybody may read at an address of ours, without its text: for what tells of a page by its title alone. Null where
 * nothing stands, and where it is restricted.
 */
export const publicEntryAt = (
  path: string,
): CollectionEntry | ArticleEntry | ReleaseNoteEntry | ResourceEntry | null => {
  const [, locale, kind, ...rest] = path.split('/');
  const [first, slug] = rest;
  if (!isLocale(locale) || first === undefined || rest.length > 2) return null;
  if (kind === 'help' && slug === undefined) return openCollection(locale, first);
  const store = currentStore();
  const isOpen = (entry: { slug: string; audience: Audience }, wanted: string): boolean =>
    entry.slug === wanted && entry.audience === 'public';
  if (kind === 'help' && slug !== undefined) {
    return store.list(locale, 'article').find((entry) => entry.folder === first && isOpen(entry, slug)) ?? null;
  }
  if (slug !== undefined) return null;
  if (kind === 'news') return store.list(locale, 'releaseNote').find((entry) => isOpen(entry, first)) ?? null;
  if (kind === 'resources') return store.list(locale, 'resource').find((entry) => isOpen(entry, first)) ?? null;
  return null;
};

const openCollection = (locale: Locale, slug: string): CollectionEntry | null => {
  const store = currentStore();
  const hasOpen = store.list(locale, 'article').some((entry) => entry.folder === slug && entry.audience === 'public');
  return (hasOpen && store.list(locale, 'collection').find((entry) => entry.slug === slug)) || null;
};

/** Where an old path leads for this reader, or null: nowhere, or to what they may not see. */
export const redirectOf = (path: string, audiences: Audiences = ANONYMOUS): string | null =>
  resolveRedirect(currentStore().redirects, path, audiences);

/**
 * Where the language switch leads from a document: to the same thing in each language. Where a translation is missing
 * or not for this reader, to what holds it (an article's collection), and failing that to the list of its kind.
 */
export const alternates = (
  type: ContentType,
  key: string,
  audiences: Audiences = ANONYMOUS,
): Record<Locale, { path: string; exact: boolean }> => {
  const store = currentStore();
  const to = (locale: Locale) => {
    const twin = store.byKey(locale, type, key);
    if (twin && (!('audience' in twin) || audiences.includes(twin.audience))) {
      return { path: pathOf(twin), exact: !('original' in twin) };
    }
    return { path: parentOf(store, locale, type, key), exact: false };
  };
  return Object.fromEntries(LOCALES.map((locale) => [locale, to(locale)])) as ReturnType<typeof alternates>;
};

function parentOf(store: Store, locale: Locale, type: ContentType, key: string): string {
  const known = type === 'article' && LOCALES.map((other) => store.byKey(other, 'article', key)).find(Boolean);
  if (!known) return parentPathOf(locale, type);
  const home = store.list(known.locale, 'collection').find((entry) => entry.slug === known.folder);
  const twin = home && store.byKey(locale, 'collection', home.key);
  return twin ? pathOf(twin) : parentPathOf(locale, type);
}

/** A category of questions, each with its answer. */
export type FaqCategory = FaqCategoryEntry & { questions: readonly WithBody<FaqQuestionEntry>[] };

/** The questions of a language by category; categories without a question for this reader are left out. */
export const faq = async (locale: Locale, audiences: Audiences = ANONYMOUS): Promise<FaqCategory[]> => {
  const store = currentStore();
  const questions = store.list(locale, 'faqQuestion').filter((question) => audiences.includes(question.audience));
  const categories = await Promise.all(
    [...store.list(locale, 'faqCategory')].sort(byOrder).map(async (category) => {
      const own = questions.filter((question) => question.folder === category.slug).sort(byOrder);
      return { ...category, questions: await Promise.all(own.map(withBody)) };
    }),
  );
  return categories.filter((category) => category.questions.length > 0);
};

/** Whether there are questions that customers see and visitors do not. */
export const hasReservedQuestions = (locale: Locale): boolean =>
  currentStore()
    .list(locale, 'faqQuestion')
    .some((question) => question.audience === 'customers');

/**
 * Whether some readers are shown more documents of a kind than visitors are; of articles, in one collection where its
 * slug is given.
 */
export const hasReserved = (locale: Locale, type: 'article' | 'releaseNote' | 'resource', folder?: string): boolean =>
  currentStore()
    .list(locale, type)
    .some(
      (entry) =>
        entry.audience !== 'public' && (folder === undefined || ('folder' in entry && entry.folder === folder)),
    );

/** Whether some readers are shown more beside an article than visitors are: in its collection, or among its like. */
export const hasReservedBeside = (entry: ArticleEntry): boolean => {
  const store = currentStore();
  const isReserved = (key: string): boolean =>
    (store.byKey(entry.locale, 'article', key)?.audience ?? 'public') !== 'public';
  return hasReserved(entry.locale, 'article', entry.folder) || [...entry.related, ...entry.similar].some(isReserved);
};

/** The release notes of a language, newest first. */
export const releaseNotes = (locale: Locale, audiences: Audiences = ANONYMOUS): ReleaseNoteEntry[] =>
  currentStore()
    .list(locale, 'releaseNote')
    .filter((note) => audiences.includes(note.audience))
    .sort((a, b) => (a.date === b.date ? b.version.localeCompare(a.version) : b.date < a.date ? -1 : 1));

/** One release note with its body, or null when there is none or this reader may not see it. */
export const releaseNote = async (
  locale: Locale,
  slug: string,
  audiences: Audiences = ANONYMOUS,
): Promise<WithBody<ReleaseNoteEntry> | null> => {
  const entry = releaseNotes(locale, audiences).find((note) => note.slug === slug);
  return entry ? withBody(entry) : null;
};

/** The webinars and trainings of a language with their texts, soonest first, past ones included. */
export const events = async (locale: Locale, audiences: Audiences = ANONYMOUS): Promise<WithBody<EventEntry>[]> => {
  const entries = currentStore()
    .list(locale, 'event')
    .filter((event) => audiences.includes(event.audience))
    .sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1));
  return Promise.all(entries.map(withBody));
};

/** The guides, files and videos of a language, newest first. */
export const resources = (locale: Locale, audiences: Audiences = ANONYMOUS): ResourceEntry[] =>
  currentStore()
    .list(locale, 'resource')
    .filter((entry) => audiences.includes(entry.audience))
    .sort((a, b) => (a.date === b.date ? (a.path < b.path ? -1 : 1) : b.date < a.date ? -1 : 1));

/** One resource with its text, or null when there is none or this reader may not see it. */
export const resource = async (
  locale: Locale,
  slug: string,
  audiences: Audiences = ANONYMOUS,
): Promise<WithBody<ResourceEntry> | null> => {
  const entry = resources(locale, audiences).find((candidate) => candidate.slug === slug);
  return entry ? withTerms(await withBody(entry)) : null;
};

/** The glossary of a language with what is said of each term, in the order of its alphabet. */
export const glossary = async (locale: Locale): Promise<WithBody<GlossaryTermEntry>[]> => {
  const { compare } = new Intl.Collator(locale);
  const terms = [...currentStore().list(locale, 'glossaryTerm')].sort((a, b) => compare(a.term, b.term));
  return Promise.all(terms.map(withBody));
};

/** How many terms the glossary of a language has. */
export const glossarySize = (locale: Locale): number => currentStore().list(locale, 'glossaryTerm').length;

/** A term by its slug, without its text; null when it has gone meanwhile. */
export const glossaryTerm = (locale: Locale, slug: string): GlossaryTermEntry | null =>
  currentStore()
    .list(locale, 'glossaryTerm')
    .find((term) => term.slug === slug) ?? null;

const finders = new Map<Locale, { version: string; find: TermFinder | null }>();

/** The same document with the terms of the glossary marked in its text; what stands in for a translation has other words. */
function withTerms<T extends { locale: Locale; tree: Root }>(document: T): T {
  if ('original' in document && document.original) return document;
  const { locale } = document;
  const store = currentStore();
  const known = finders.get(locale);
  const finder =
    known?.version === store.version
      ? known
      : { version: store.version, find: termFinder(store.list(locale, 'glossaryTerm'), locale) };
  finders.set(locale, finder);
  return finder.find ? { ...document, tree: linkTerms(document.tree, finder.find) } : document;
}

/** Size and address of a file under `/media/`, or null when there is no such file. */
export const media = (path: string): MediaEntry | null => {
  const { media: files } = currentStore();
  return Object.hasOwn(files, path) ? (files[path] ?? null) : null;
};

/** The file behind a `/media/` path, or null when content has none of that name that this reader may have. */
export const mediaFile = (
  path: string,
  audiences: Audiences = ANONYMOUS,
): { file: string; entry: MediaEntry } | null => {
  const entry = media(path);
  return entry && audiences.includes(entry.audience) ? { file: join(contentFolder(), path), entry } : null;
};

async function withBody<T extends { body: string }>(entry: T): Promise<WithBody<T>> {
  return { ...entry, tree: await bodyOf(entry) };
}

/** What can be searched of content. */
export type SearchableEntry =
  | ArticleEntry
  | FaqQuestionEntry
  | ReleaseNoteEntry
  | EventEntry
  | ResourceEntry
  | GlossaryTermEntry;

/**
 * All documents of a kind, whoever may read them. For the index, which keeps the audience of each beside it; nothing
 * that answers a reader may ask this.
 */
export const everyEntry = <T extends ContentType>(locale: Locale, type: T) =>
  currentStore()
    .list(locale, type)
    .filter((entry) => !('original' in entry));

/** Whether there is content at all: a process that never saw any must not take it for deleted. */
export const hasContent = (): boolean => LOCALES.some((locale) => currentStore().list(locale, 'article').length > 0);

/** The body of a document as data. */
export const bodyOf = async ({ body }: { body: string }): Promise<Root> =>
  JSON.parse(await readFile(bodyFile(body), 'utf8')) as Root;

/** How often (ms) and how long publications are looked for after an edit. */
const LOOK_EVERY_MS = 100;
const PATIENCE_MS = 5_000;

/** Waits until what is published says so, as it does a second after an edit; false when it took too long. */
export const published = async (holds: () => boolean): Promise<boolean> => {
  const until = performance.now() + PATIENCE_MS;
  while (!holds()) {
    if (performance.now() > until) return false;
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
  return true;
};
