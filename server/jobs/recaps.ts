import { database } from '@/db/client';
import { overdueRecaps } from '@/db/tickets/calls';
import { systemCall } from '../kernel/call';
import { forEachAlone } from '../kernel/each';
import { remindRecap } from '../tickets/remind-recap';

/** More than a desk can owe in a minute; the rest is told in the next one. */
const LIMIT = 200;

/** Reminds of the recaps that are due and that nobody was reminded of, each in a transaction of its own; answers how many were told. */
export const remindOfRecaps = async (now: Date): Promise<number> => {
  const calls = await overdueRecaps(database(), now, LIMIT);
  const told = await forEachAlone('recap', calls, (call) => remindRecap(systemCall('worker', now), call));
  return told.filter((one) => one.told).length;
};
