import { sql } from 'drizzle-orm';
import type { Database } from '../client';
import { workerHeartbeats } from './schema';

/** A worker that has been silent for longer is taken for dead and its jobs are given back. */
export const WORKER_SILENCE_SECONDS = 60;

/** Says that these workers are alive at `now`. */
export const beat = async (db: Database, workerIds: readonly string[], now: Date): Promise<void> => {
  if (workerIds.length === 0) return;
  await db
    .insert(workerHeartbeats)
    .values(workerIds.map((workerId) => ({ workerId, seenAt: now })))
    .onConflictDoUpdate({ target: workerHeartbeats.workerId, set: { seenAt: now } });
};

/** Forgets workers that have stopped in good order. */
export const forgetWorkers = async (db: Database, workerIds: readonly string[]): Promise<void> => {
  for (const workerId of workerIds) {
    await db.delete(workerHeartbeats).where(sql`${workerHeartbeats.workerId} = ${workerId}`);
  }
};

/**
 * Gives back the jobs of workers that hold some and have been silent for too long (graphile-worker by itself waits four
 * hours). Answers the ids of those workers.
 */
export const releaseDeadWorkers = async (db: Database, now: Date): Promise<string[]> => {
  const limit = new Date(now.getTime() - WORKER_SILENCE_SECONDS * 1000).toISOString();
  const dead = await db.execute<{ locked_by: string }>(sql`
    select distinct jobs.locked_by from graphile_worker.jobs jobs
    where jobs.locked_by is not null and jobs.locked_at < ${limit}::timestamptz
      and not exists (
        select from ${workerHeartbeats} where worker_id = jobs.locked_by and seen_at >= ${limit}::timestamptz
      )`);
  const ids = dead.map((row) => row.locked_by);
  if (ids.length > 0) {
    const list = sql.join(
      ids.map((workerId) => sql`${workerId}`),
      sql`, `,
    );
    await db.execute(sql`select graphile_worker.force_unlock_workers(array[${list}]::text[])`);
  }
  await db.execute(sql`delete from ${workerHeartbeats} where seen_at < ${limit}::timestamptz - interval '1 day'`);
  return ids;
};

/** When a worker last said it was alive, or `null` if none ever did. */
export const lastHeartbeat = async (db: Database): Promise<Date | null> => {
  const [row] = await db.execute<{ seen_at: string | null }>(
    sql`select max(seen_at) as seen_at from ${workerHeartbeats}`,
  );
  return row?.seen_at ? new Date(row.seen_at) : null;
};

export type FailedJob = { id: string; name: string; attempts: number; lastError: string; runAt: Date };

/** Jobs that have used up their attempts, newest first; 100 at most. */
export const failedJobs = async (db: Database): Promise<FailedJob[]> => {
  const rows = await db.execute<{
    id: string;
    task_identifier: string;
    attempts: number;
    last_error: string | null;
    run_at: string;
  }>(sql`
    select id, task_identifier, attempts, last_error, run_at from graphile_worker.jobs
    where attempts >= max_attempts order by run_at desc limit 100`);
  return rows.map((row) => ({
    id: String(row.id),
    name: row.task_identifier,
    attempts: row.attempts,
    lastError: row.last_error ?? '',
    runAt: new Date(row.run_at),
  }));
};
