import { database } from '@/db/client';
import { workerSeenSince } from '@/db/kernel/heartbeat-queries';
import { contentIsCurrent } from './content';

/** What requests need: each part, and all of them. `content`: what is published is what stands in the content folder. */
export type Readiness = { ready: boolean; database: boolean; worker: boolean; content: boolean };

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

/** Asks the database whether it answers, whether a job worker lives, and whether the content of this process is published. Never rejects; answers within three seconds. */
export const readiness = async (now: Date): Promise<Readiness> => {
  const worker = await inTime(workerSeenSince(database(), new Date(now.getTime() - WORKER_SILENCE)));
  const content = contentIsCurrent();
  return { ready: worker === true && content, database: worker !== undefined, worker: worker === true, content };
};
