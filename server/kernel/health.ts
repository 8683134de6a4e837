import { database } from '@/db/client';
import { workerSeenSince } from '@/db/kernel/heartbeat-queries';

/** What requests need: each part, and all of them. */
export type Readiness = { ready: boolean; database: boolean; worker: boolean };

/** A worker that has given no sign of life for this long, in milliseconds, is taken for dead. */
const WORKER_SILENCE = 120_000;
/** Whoever watches over us should hear "no" soon rather than wait for the connection to time out. */
const PATIENCE = 3_000;

const inTime = async <T>(answer: Promise<T>): Promise<T | undefined> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((done) => {
    timer = setTimeout(() => done(undefined), PATIENCE);
  });
  try {
    return await Promise.race([answer.catch(() => undefined), late]);
  } finally {
    clearTimeout(timer);
  }
};

/** Asks the database whether it answers and whether a job worker lives. Never rejects; answers within three seconds. */
export const readiness = async (now: Date): Promise<Readiness> => {
  const worker = await inTime(workerSeenSince(database(), new Date(now.getTime() - WORKER_SILENCE)));
  return { ready: worker === true, database: worker !== undefined, worker: worker === true };
};
