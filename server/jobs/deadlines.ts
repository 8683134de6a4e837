import { database } from '@/db/client';
import { pendingNotices } from '@/db/tickets/deadlines';
import { systemCall } from '../kernel/call';
import { forEachAlone } from '../kernel/each';
import { announceDeadline } from '../tickets/announce-deadline';

/** More than a desk can miss in a minute; the rest is told in the next one. */
const LIMIT = 500;

/** Tells of all deadlines that have come near or passed since it was last looked, each in a transaction of its own. */
export const announceDeadlines = async (now: Date): Promise<number> => {
  const notices = await pendingNotices(database(), now, LIMIT);
  const told = await forEachAlone('deadline', notices, (notice) => announceDeadline(systemCall('worker', now), notice));
  return told.filter((one) => one.told).length;
};
