import { database } from '@/db/client';
import { leftWithRequests } from '@/db/tickets/leaving';
import { systemCall } from '../kernel/call';
import { forEachAlone } from '../kernel/each';
import { handBack } from '../tickets/hand-back';

/**
 * Hands back what still stands with accounts that work on requests no more, whatever brought it there: they left before
 * this was done, or something that was taken back gave it to them again.
 */
export const handBackOfTheGone = async (now: Date): Promise<void> => {
  const gone = await leftWithRequests(database());
  await forEachAlone('leaving', gone, (userId) => handBack(systemCall('worker', now), { userId }));
};
