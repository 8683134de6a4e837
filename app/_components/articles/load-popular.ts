import { headers } from 'next/headers';
import { readerOf } from '@/app/_site/reader';
import { serverApi } from '@/app/_trpc/server';
import type { Locale } from '@/domain/people/locale';
import { type ArticleEntry, articleByKey } from '@/server/kernel/content';

/** What people of the same version of the product read: which version, and the articles. */
export type Popular = { version: string; articles: readonly ArticleEntry[] };

const LIMIT = 6;

/**
 * What people whose organisation uses the same version as that of the person behind this request read most. Null where
 * there is no version, nothing to tell, or no database: the page is read without it.
 */
export const loadPopular = async (locale: Locale): Promise<Popular | null> => {
  try {
    const found = await (await serverApi(locale)).articles.popular({ locale, limit: LIMIT });
    if (!found) return null;
    const audiences = await readerOf(await headers());
    return {
      version: found.version,
      articles: found.keys.flatMap((key) => articleByKey(locale, key, audiences) ?? []),
    };
  } catch {
    return null;
  }
};
