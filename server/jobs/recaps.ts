import { database } from '@/db/client';
import { overdueRecaps } from '@/db/tickets/calls';
import { systemCall } from '../kernel/call';
import { remindRecap } from '../tickets/remind-recap';

/** More than a desk can owe in a minute; the rest is told in the next one. */
const LIMIT = 200;

/** Reminds of the recaps that are due and that nobody was reminded of, each in a transaction of its own; answers how many were told. */
export const remindOfRecaps = async (now: Date): Promise<number> => {
  let told = 0;
  for (const call of await overdueRecaps(database(), now, LIMIT)) {
    if ((await remindRecap(systemCall('worker', now), call)).told) told += 1;
  }
  return told;
};
