import { and, asc, desc, eq, gte, lt, sql } from 'drizzle-orm';
import type { Locale } from '@/domain/people/locale';
import type { Reader, Tx } from '../client';
import { articleReads } from './reads-schema';

/** So many reads of an article in one language. */
export type ReadCount = { articleKey: string; locale: Locale; reads: number };

/** Adds reads to the counts of a week, which its Monday names (`2026-11-16`). */
export const addReads = async (tx: Tx | Reader, counts: readonly ReadCount[], week: string): Promise<void> => {
  if (counts.length === 0) return;
  await tx
    .insert(articleReads)
    .values(counts.map((count) => ({ ...count, week })))
    .onConflictDoUpdate({
      target: [articleReads.week, articleReads.locale, articleReads.articleKey],
      set: { reads: sql`${articleReads.reads} + excluded.reads` },
    });
};

/** The articles read most in a language since a week began, most first; equal ones by key. */
export const readMost = async (db: Reader, locale: Locale, since: string, limit: number): Promise<ReadCount[]> => {
  const reads = sql<number>`sum(${articleReads.reads})::int`;
  return db
    .select({ articleKey: articleReads.articleKey, locale: articleReads.locale, reads })
    .from(articleReads)
    .where(and(eq(articleReads.locale, locale), gte(articleReads.week, since)))
    .groupBy(articleReads.articleKey, articleReads.locale)
    .orderBy(desc(reads), asc(articleReads.articleKey))
    .limit(limit);
};

/** Forgets the counts of weeks before one. */
export const forgetReads = async (db: Reader, before: string): Promise<void> => {
  await db.delete(articleReads).where(lt(articleReads.week, before));
};
