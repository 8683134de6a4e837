import { sql } from 'drizzle-orm';
import type { Tx } from '../client';
import { searchWishes } from './schema';

/** A row that the index is to be brought into step with. */
export type Wish = { kind: string; key: string };

/** Wishes are gathered for so long (ms) before they are fulfilled together. */
const GATHERED_FOR = 1_000;

/**
 * Wishes that the index be brought into step with a row from `dueAt` on, and calls the worker for then. All wishes of one
 * second call once: a call that is there already is left as it is, so that nobody waits for anybody's transaction.
 */
export const wishIndexed = async (tx: Tx, { kind, key }: Wish, dueAt: Date): Promise<void> => {
  const second = Math.floor(dueAt.getTime() / GATHERED_FOR) + 1;
  const runAt = new Date(second * GATHERED_FOR).toISOString();
  await tx.execute(sql`
    with wish as (
      insert into ${searchWishes} (kind, key, due_at) values (${kind}, ${key}, ${dueAt.toISOString()}::timestamptz)
    )
    select graphile_worker.add_job('search-rows', run_at := ${runAt}::timestamptz,
      job_key := ${`search-rows:${second}`}::text, job_key_mode := 'unsafe_dedupe')`);
};

/** Takes wishes that are due, the oldest first; each row once. */
export const takeWishes = async (tx: Tx, now: Date, limit: number): Promise<Wish[]> => {
  const taken = await tx.execute<Wish>(sql`
    delete from ${searchWishes} where id in (
      select id from ${searchWishes} where due_at <= ${now.toISOString()}::timestamptz
      order by due_at, id limit ${limit} for update skip locked
    ) returning kind, key`);
  const byName = new Map(taken.map(({ kind, key }) => [`${kind} ${key}`, { kind, key }]));
  return [...byName.values()];
};
