import { sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { HAND_BACK_JOB } from '@/domain/tickets/leaving';
import { TELL_OF_INCIDENT_JOB } from '@/domain/tickets/ties';

/** What the worker can do, by the names that jobs are queued under. */
export const JOB_NAMES = [
  'mail.send',
  'comments.announce',
  'ideas.announce',
  'search.row',
  'search-rows',
  'search.content',
  'search.rebuild',
  'search.tidy',
  'search-beginnings',
  'sla.recompute',
  HAND_BACK_JOB,
  TELL_OF_INCIDENT_JOB,
  'leaving',
  'deadlines',
  'silence',
  'review-reminders',
  'clean',
] as const;
export type JobName = (typeof JOB_NAMES)[number];

/**
 * Makes the names known to the queue before anybody queues a job. The queue would write each down with the first job of it,
 * inside the transaction of an act: two acts that leave the same two jobs in different order would wait for each other.
 */
export const seedJobNames = async (db: PostgresJsDatabase): Promise<void> => {
  const names = sql.join(
    JOB_NAMES.map((name) => sql`(${name})`),
    sql`, `,
  );
  await db.execute(sql`insert into graphile_worker._private_tasks (identifier) values ${names} on conflict do nothing`);
};
