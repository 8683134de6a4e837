import type { Locale } from '@/domain/people/locale';
import type { ArticleEntry } from './snapshot';
import { currentStore } from './store';

/** Whether there are questions that customers see and visitors do not. */
export const hasReservedQuestions = (locale: Locale): boolean =>
  currentStore()
    .list(locale, 'faqQuestion')
    .some((question) => question.audience === 'customers');

/**
 * Whether some readers are shown more documents of a kind than visitors are; of articles, in one collection where its
 * slug is given.
 */
export const hasReserved = (
  locale: Locale,
  type: 'article' | 'releaseNote' | 'event' | 'resource',
  folder?: string,
): boolean =>
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
