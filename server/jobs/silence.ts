import { database } from '@/db/client';
import { silenceRules, silentTickets, wakingTickets } from '@/db/tickets/silence';
import { systemCall } from '../kernel/call';
import { forEachAlone } from '../kernel/each';
import { endSilence } from '../tickets/end-silence';
import { wake } from '../tickets/wake';

const BATCH = 200;
const DAY = 86_400_000;

const eachSilent = async (
  status: 'waiting_customer' | 'resolved',
  days: number,
  now: Date,
  visit: (ticketId: string) => Promise<unknown>,
): Promise<void> => {
  const since = new Date(now.getTime() - days * DAY);
  for (let after: string | null = null; ; ) {
    const ids: string[] = await silentTickets(database(), { status, since }, after, BATCH);
    await forEachAlone('silence', ids, visit);
    after = ids.at(-1) ?? null;
    if (ids.length < BATCH) return;
  }
};

/** Reminds of what nobody answers and closes what nobody needs any more, each request in a transaction of its own. */
export const endSilences = async (now: Date): Promise<void> => {
  const rules = await silenceRules(database());
  const visit = (ticketId: string) => endSilence(systemCall('worker', now), { ticketId });
  await eachSilent('waiting_customer', rules.firstReminder, now, visit);
  await eachSilent('resolved', rules.closeResolved, now, visit);
};

/** Brings back the requests whose sleep is over. */
export const wakeRequests = async (now: Date): Promise<void> => {
  const numbers = await wakingTickets(database(), now, BATCH);
  await forEachAlone('wake', numbers, (number) => wake(systemCall('worker', now), { number }));
};
