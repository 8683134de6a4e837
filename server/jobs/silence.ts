import { database } from '@/db/client';
import { silenceRules, silentTickets, wakingTickets } from '@/db/tickets/silence';
import { systemCall } from '../kernel/call';
import { endSilence } from '../tickets/end-silence';
import { wake } from '../tickets/wake';

const BATCH = 200;
const DAY = 86_400_000;

const eachSilent = async (
  status: 'waiting_customer' | 'resolved',
  days: number,
  now: Date,
  visit: (ticketId: string) => Promise<void>,
): Promise<void> => {
  const since = new Date(now.getTime() - days * DAY);
  for (let after: string | null = null; ; ) {
    const ids: string[] = await silentTickets(database(), { status, since }, after, BATCH);
    for (const id of ids) await visit(id);
    after = ids.at(-1) ?? null;
    if (ids.length < BATCH) return;
  }
};

/** Reminds of what nobody answers and closes what nobody needs any more, each request in a transaction of its own. */
export const endSilences = async (now: Date): Promise<void> => {
  const rules = await silenceRules(database());
  const visit = async (ticketId: string) => {
    await endSilence(systemCall('worker', now), { ticketId });
  };
  await eachSilent('waiting_customer', rules.firstReminder, now, visit);
  await eachSilent('resolved', rules.closeResolved, now, visit);
};

/** Brings back the requests whose sleep is over. */
export const wakeRequests = async (now: Date): Promise<void> => {
  for (const number of await wakingTickets(database(), now, BATCH)) await wake(systemCall('worker', now), { number });
};
