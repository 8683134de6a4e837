import { and, eq, inArray, ne, sql } from 'drizzle-orm';
import { ENGINE_VERSION } from '@/domain/search/documents';
import type { Reader, Tx } from '../client';
import {
  searchBeginnings,
  searchDocuments,
  searchGenerations,
  searchParts,
  searchPostings,
  searchWords,
} from './schema';

/** Any fixed number: whoever writes the index waits for the one who does. */
const WRITE_LOCK = 20_261_123;

/** Holds the index for writing until the transaction ends. */
export const holdIndex = async (tx: Tx): Promise<void> => {
  await tx.execute(sql`select pg_advisory_xact_lock(${WRITE_LOCK})`);
};

export type Generation = typeof searchGenerations.$inferSelect;

/** The index that answers, or null when none was ever built. */
export const currentGeneration = async (db: Reader): Promise<Generation | null> => {
  const [row] = await db.select().from(searchGenerations).where(eq(searchGenerations.state, 'current')).limit(1);
  return row ?? null;
};

/** The indexes that changes must reach: the one that answers and the one being built. */
export const liveGenerations = async (db: Reader): Promise<Generation[]> =>
  db
    .select()
    .from(searchGenerations)
    .where(inArray(searchGenerations.state, ['current', 'building']))
    .orderBy(searchGenerations.id);

/** Begins another index beside the one that answers; one whose building was broken off goes. */
export const beginGeneration = async (tx: Tx): Promise<Generation> => {
  await holdIndex(tx);
  await dropGenerations(tx, 'building');
  const [last] = await tx.select({ id: sql<number>`coalesce(max(${searchDocuments.id}), 0)` }).from(searchDocuments);
  const [row] = await tx
    .insert(searchGenerations)
    .values({ state: 'building', engine: ENGINE_VERSION, firstDocument: (last?.id ?? 0) + 1 })
    .returning();
  if (!row) throw new Error('an insert answered no row');
  return row;
};

/** Lets a built index answer from now on. The former one stays for the searches that are under way. */
export const promoteGeneration = async (tx: Tx, id: number): Promise<void> => {
  await holdIndex(tx);
  await dropGenerations(tx, 'former');
  await tx.update(searchGenerations).set({ state: 'former' }).where(eq(searchGenerations.state, 'current'));
  await tx
    .update(searchGenerations)
    .set({ state: 'current' })
    .where(and(eq(searchGenerations.id, id), ne(searchGenerations.state, 'former')));
};

/** Removes the indexes in a state with all that belongs to them. */
export const dropGenerations = async (tx: Tx, state: Generation['state']): Promise<void> => {
  const rows = await tx
    .select({ id: searchGenerations.id })
    .from(searchGenerations)
    .where(eq(searchGenerations.state, state));
  for (const { id } of rows) {
    const parts = tx.select({ id: searchParts.id }).from(searchParts).where(eq(searchParts.generation, id));
    await tx.delete(searchPostings).where(inArray(searchPostings.part, parts));
    await tx.delete(searchWords).where(eq(searchWords.generation, id));
    await tx.delete(searchBeginnings).where(eq(searchBeginnings.generation, id));
    await tx.delete(searchGenerations).where(eq(searchGenerations.id, id));
  }
};
