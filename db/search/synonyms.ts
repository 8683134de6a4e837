import { eq, sql } from 'drizzle-orm';
import type { Locale } from '@/domain/people/locale';
import { notFound } from '@/domain/refusal';
import type { Reader, Tx } from '../client';
import { searchSynonyms } from './schema';

export type Synonyms = typeof searchSynonyms.$inferSelect;

/** All groups of words that mean the same, or those of one language; oldest first. */
export const listSynonyms = async (db: Reader, locale?: Locale): Promise<Synonyms[]> =>
  db
    .select()
    .from(searchSynonyms)
    .where(locale && eq(searchSynonyms.locale, locale))
    .orderBy(searchSynonyms.createdAt, searchSynonyms.id);

/** Takes the lock under which groups are compared with each other, so that no expression ends up in two. */
export const holdSynonyms = async (tx: Tx): Promise<void> => {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('search.synonyms'))`);
};

/** Writes a group and answers its id. */
export const insertSynonyms = async (tx: Tx, group: { locale: Locale; words: string[]; at: Date }): Promise<string> => {
  const { locale, words, at } = group;
  const [row] = await tx
    .insert(searchSynonyms)
    .values({ locale, words, createdAt: at, updatedAt: at })
    .returning({ id: searchSynonyms.id });
  if (!row) throw new Error('an insert answered no row');
  return row.id;
};

/** One group, held until the transaction ends; throws `not-found`. */
export const synonymsForUpdate = async (tx: Tx, id: string): Promise<Synonyms> => {
  const [row] = await tx.select().from(searchSynonyms).where(eq(searchSynonyms.id, id)).for('update');
  if (!row) throw notFound('synonyms');
  return row;
};

/** Gives a group other words. */
export const updateSynonyms = async (tx: Tx, id: string, words: string[], at: Date): Promise<void> => {
  await tx.update(searchSynonyms).set({ words, updatedAt: at }).where(eq(searchSynonyms.id, id));
};

/** Removes a group and answers what it was; throws `not-found`. */
export const deleteSynonyms = async (tx: Tx, id: string): Promise<Synonyms> => {
  const [row] = await tx.delete(searchSynonyms).where(eq(searchSynonyms.id, id)).returning();
  if (!row) throw notFound('synonyms');
  return row;
};
