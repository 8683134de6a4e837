import { eq } from 'drizzle-orm';
import type { Locale } from '@/domain/people/locale';
import type { Reader } from '../client';
import { searchSynonyms } from './schema';

export type Synonyms = typeof searchSynonyms.$inferSelect;

/** All groups of words that mean the same, or those of one language; oldest first. */
export const listSynonyms = async (db: Reader, locale?: Locale): Promise<Synonyms[]> =>
  db
    .select()
    .from(searchSynonyms)
    .where(locale && eq(searchSynonyms.locale, locale))
    .orderBy(searchSynonyms.createdAt, searchSynonyms.id);
