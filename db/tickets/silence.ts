import { and, asc, eq, gt, isNotNull, lte } from 'drizzle-orm';
import { DEFAULT_SILENCE, type SilenceRules } from '@/domain/tickets/silence';
import type { Reader } from '../client';
import { settingValue } from '../kernel/settings';
import { tickets } from './schema';

/** The setting that holds after how many days of silence what happens. */
export const SILENCE_SETTING = 'tickets.silence';

/** After how many days of silence what happens. */
export const silenceRules = async (db: Reader): Promise<SilenceRules> => ({
  ...DEFAULT_SILENCE,
  ...((await settingValue(db, SILENCE_SETTING)) as Partial<SilenceRules> | undefined),
});

/** Requests that have stood in a status which silence ends since an instant or longer, in the order of their ids. */
export const silentTickets = async (
  db: Reader,
  silent: { status: 'waiting_customer' | 'resolved'; since: Date },
  after: string | null,
  limit: number,
): Promise<string[]> => {
  const rows = await db
    .select({ id: tickets.id })
    .from(tickets)
    .where(
      and(
        eq(tickets.status, silent.status),
        lte(tickets.statusSince, silent.since),
        after === null ? undefined : gt(tickets.id, after),
      ),
    )
    .orderBy(asc(tickets.id))
    .limit(limit);
  return rows.map((row) => row.id);
};

/** The numbers of requests whose sleep is over, the longest awake first. */
export const wakingTickets = async (db: Reader, now: Date, limit: number): Promise<number[]> => {
  const rows = await db
    .select({ number: tickets.number })
    .from(tickets)
    .where(and(isNotNull(tickets.snoozedUntil), lte(tickets.snoozedUntil, now)))
    .orderBy(asc(tickets.snoozedUntil))
    .limit(limit);
  return rows.map((row) => row.number);
};
