import { gt } from 'drizzle-orm';
import type { Reader } from '../client';
import { workerHeartbeats } from './schema';

/** True when any job worker has given a sign of life after this instant. */
export const workerSeenSince = async (reader: Reader, since: Date): Promise<boolean> => {
  const [seen] = await reader
    .select({ workerId: workerHeartbeats.workerId })
    .from(workerHeartbeats)
    .where(gt(workerHeartbeats.seenAt, since))
    .limit(1);
  return seen !== undefined;
};
