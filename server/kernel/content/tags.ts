import { LOCALES, type Locale } from '@/domain/people/locale';
import type { ContentType } from './front-matter';
import type { Entry, Snapshot } from './snapshot';

/** Tag of what depends on all content (sitemap, home page). */
export const CONTENT_TAG = 'content';

/** Tag of what lists all documents of a kind, in one language. */
export const listTag = (locale: Locale, type: ContentType): string => `${CONTENT_TAG}:${locale}:${type}`;

/** Tag of what shows one document. A collection's also stands for the list of its articles. */
export const entryTag = (locale: Locale, type: ContentType, key: string): string => `${listTag(locale, type)}:${key}`;

/** What was told of an entry when its pages were last made fresh. */
export type Announced = {
  tag: string;
  hash: string;
  /** Name of what it shows in the list it belongs to; changes there concern the pages of its neighbours. */
  listing: string;
  listTags: readonly string[];
};

/** The state of each published document, by path, as the next announcement is compared with. */
export const announcementOf = (snapshot: Snapshot): Record<string, Announced> => {
  const collectionKeys = new Map(
    snapshot.entries.flatMap((entry) =>
      entry.type === 'collection' ? [[`${entry.locale}/${entry.slug}`, entry.key] as const] : [],
    ),
  );
  return Object.fromEntries(
    snapshot.entries.map((entry) => [
      entry.path,
      {
        tag: entryTag(entry.locale, entry.type, entry.key),
        hash: entry.hash,
        listing: listingOf(entry),
        listTags: parentTags(entry, collectionKeys),
      },
    ]),
  );
};

const listingOf = (entry: Entry): string =>
  entry.type === 'article'
    ? JSON.stringify([entry.slug, entry.title, entry.lead, entry.section, entry.order, entry.audience])
    : entry.hash;

const parentTags = (entry: Entry, collectionKeys: ReadonlyMap<string, string>): string[] => {
  if (entry.type !== 'article') return [];
  const key = collectionKeys.get(`${entry.locale}/${entry.folder}`);
  // In every language: an article stands in for its missing translation.
  return key === undefined ? [] : LOCALES.map((locale) => entryTag(locale, 'collection', key));
};

/** The tags that a change of content concerns; empty when nothing a reader sees has changed. */
export const changedTags = (
  before: Readonly<Record<string, Announced>>,
  after: Readonly<Record<string, Announced>>,
): string[] => {
  const tags = new Set<string>();
  for (const path of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const [was, is] = [before[path], after[path]];
    if (was?.hash === is?.hash) continue;
    for (const side of [was, is]) {
      if (!side) continue;
      tags.add(CONTENT_TAG).add(side.tag).add(listOf(side.tag));
      if (was?.listing !== is?.listing) for (const tag of side.listTags) tags.add(tag);
    }
  }
  return [...tags].sort();
};

const listOf = (tag: string): string => tag.split(':').slice(0, 3).join(':');
