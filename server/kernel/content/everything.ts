import { LOCALES, type Locale } from '@/domain/people/locale';
import type { ContentType } from './front-matter';
import {
  type ArticleEntry,
  EMPTY_SNAPSHOT,
  type EventEntry,
  type FaqQuestionEntry,
  type GlossaryTermEntry,
  type ReleaseNoteEntry,
  type ResourceEntry,
} from './snapshot';
import { currentStore } from './store';

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

/** Whether an article is shown in the other language as well, for want of a translation. */
export const standsIn = ({ key, locale }: ArticleEntry): boolean =>
  LOCALES.some((other) => other !== locale && currentStore().byKey(other, 'article', key)?.original !== undefined);

/** Whether content was published here, be it none: a process that never saw any must not take it for deleted. */
export const hasContent = (): boolean => currentStore().version !== EMPTY_SNAPSHOT.version;

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
