import { and, eq, sql } from 'drizzle-orm';
import type { Database, Reader, Tx } from '../client';
import type { JobName } from './job-names';
import { auditEntries, outboxMails, rateLimits } from './schema';

/** Writes the audit row of an act, in its transaction. */
export const insertAudit = async (tx: Tx, entry: typeof auditEntries.$inferInsert): Promise<void> => {
  await tx.insert(auditEntries).values(entry);
};

/** Writes a mail to send and answers its id. */
export const insertMail = async (tx: Tx, mail: typeof outboxMails.$inferInsert): Promise<string> => {
  const [row] = await tx.insert(outboxMails).values(mail).returning({ id: outboxMails.id });
  if (!row) throw new Error('an insert answered no row');
  return row.id;
};

/** Queues a job of the worker in the caller's transaction. A `key` replaces a queued job of the same key. */
export const enqueueJob = async (
  tx: Tx,
  name: JobName,
  payload: Record<string, unknown>,
  options: { runAt?: Date; key?: string; maxAttempts?: number; queue?: string } = {},
): Promise<void> => {
  const runAt = options.runAt?.toISOString() ?? null;
  await tx.execute(
    sql`select graphile_worker.add_job(${name}, payload := ${JSON.stringify(payload)}::json, run_at := ${runAt}::timestamptz, job_key := ${options.key ?? null}::text, max_attempts := ${options.maxAttempts ?? null}::int, queue_name := ${options.queue ?? null}::text)`,
  );
};

/** Sends a message to whoever listens on the channel, at commit of the transaction if it is one. */
export const notify = async (tx: Reader, channel: string, payload: string): Promise<void> => {
  await tx.execute(sql`select pg_notify(${channel}, ${payload})`);
};

/**
 * Counts one call in the window that contains `now` and answers how many there were, this one included. Written outside
 * the transaction of the act, so that refused attempts count as well.
 */
export const countCall = async (db: Database, bucket: string, windowSeconds: number, now: Date): Promise<number> => {
  const windowStart = new Date(Math.floor(now.getTime() / (windowSeconds * 1000)) * windowSeconds * 1000);
  const [row] = await db
    .insert(rateLimits)
    .values({ bucket, windowStart, count: 1 })
    .onConflictDoUpdate({
      target: [rateLimits.bucket, rateLimits.windowStart],
      set: { count: sql`${rateLimits.count} + 1` },
    })
    .returning({ count: rateLimits.count });
  return row?.count ?? 1;
};

/** Gives one call back that `countCall` counted with the same arguments. */
export const uncountCall = async (db: Database, bucket: string, windowSeconds: number, now: Date): Promise<void> => {
  const windowStart = new Date(Math.floor(now.getTime() / (windowSeconds * 1000)) * windowSeconds * 1000);
  await db
    .update(rateLimits)
    .set({ count: sql`greatest(${rateLimits.count} - 1, 0)` })
    .where(and(eq(rateLimits.bucket, bucket), eq(rateLimits.windowStart, windowStart)));
};
