import type { Audience } from '@/domain/access/grants';
import { isLocale, LOCALES, type Locale } from '@/domain/people/locale';
import type { ContentType } from './front-matter';
import { parentPathOf, pathOf } from './paths';
import { ANONYMOUS, type Audiences } from './reading';
import { resolveRedirect } from './redirects';
import type { ArticleEntry, CollectionEntry, ReleaseNoteEntry, ResourceEntry } from './snapshot';
import { currentStore, type Store } from './store';

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
