import { lt, sql } from 'drizzle-orm';
import type { Database, Tx } from '../client';
import { searchQueries } from './log-schema';

type LoggedQuery = Omit<typeof searchQueries.$inferInsert, 'clickedHref' | 'clickedRank'>;

/** The result that was opened: its path, and its place from 1. */
export type Click = { href: string; rank: number };

/**
 * Keeps a query, and what was opened of its results. Told twice under one id, as by the page and then by the click on
 * it, it is one query; the first click stays.
 */
export const logQuery = async (tx: Tx, query: LoggedQuery, click: Click | null): Promise<void> => {
  const clicked = { clickedHref: click?.href ?? null, clickedRank: click?.rank ?? null };
  await tx
    .insert(searchQueries)
    .values({ ...query, ...clicked })
    .onConflictDoUpdate({
      target: searchQueries.id,
      set: {
        clickedHref: sql`coalesce(${searchQueries.clickedHref}, excluded.clicked_href)`,
        clickedRank: sql`coalesce(${searchQueries.clickedRank}, excluded.clicked_rank)`,
      },
    });
};

/** Forgets queries from before this moment. */
export const forgetQueries = async (db: Database, before: Date): Promise<void> => {
  await db.delete(searchQueries).where(lt(searchQueries.at, before));
};
