import type { Locale } from '@/domain/people/locale';
import { ANONYMOUS, type Audiences, byOrder, type WithBody, withBody, withTerms } from './reading';
import type { ArticleEntry, CollectionEntry } from './snapshot';
import { currentStore, type Store } from './store';

/** A collection with its articles in their sections, in order; sections without an article for this reader are left out. */
export type CollectionPage = Omit<CollectionEntry, 'sections'> & {
  sections: readonly { slug: string; title: string; articles: readonly ArticleEntry[] }[];
  count: number;
};

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

/** Where an article stands: the titles of its collection and section. */
export const shelfOf = ({ locale, folder, section }: ArticleEntry): string[] => {
  const home = currentStore()
    .list(locale, 'collection')
    .find(({ slug }) => slug === folder);
  const place = home?.sections.find(({ slug }) => slug === section);
  return [home?.title, place?.title].filter((title) => title !== undefined);
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
