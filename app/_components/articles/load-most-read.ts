import { visitorApi } from '@/app/_trpc/server';
import type { Locale } from '@/domain/people/locale';
import { type ArticleEntry, articleByKey } from '@/server/kernel/content';

/** The articles that visitors read most lately; none while the database is away, since the page is read without them. */
export const loadMostRead = async (locale: Locale, limit: number): Promise<ArticleEntry[]> => {
  try {
    const keys = await visitorApi(locale).articles.mostRead({ locale, limit });
    return keys.flatMap((key) => articleByKey(locale, key) ?? []);
  } catch {
    return [];
  }
};
