import { LOCALES } from '@/domain/people/locale';
import { type ArticleEntry, everyEntry } from '../kernel/content';

/** An article with the name of its collection and how often that one wants its articles read again, in months. */
export type ShelvedArticle = { article: ArticleEntry; home: string; collectionEvery: number | undefined };

/** Every published article in its own language, whoever may read it: for editors and their reminders alone. */
export const shelvedArticles = (): ShelvedArticle[] =>
  LOCALES.flatMap((locale) => {
    const homes = new Map(everyEntry(locale, 'collection').map((collection) => [collection.slug, collection]));
    return everyEntry(locale, 'article').map((article) => {
      const home = homes.get(article.folder);
      return { article, home: home?.title ?? article.folder, collectionEvery: home?.reviewEvery };
    });
  });
