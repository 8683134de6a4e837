import { and, asc, eq, gt, inArray, isNull, lte, sql } from 'drizzle-orm';
import type { ClockKind, DeadlineStage } from '@/domain/tickets/history';
import { STATUS_RULES, TICKET_STATUSES } from '@/domain/tickets/status';
import type { Reader, Tx } from '../client';
import { ticketClocks, tickets } from './schema';

/** A deadline that has something to tell, by the clock it belongs to. */
export type Notice = { ticketId: string; clock: ClockKind; turn: number; stage: DeadlineStage };

const CLOCK = { ticketId: ticketClocks.ticketId, clock: ticketClocks.kind, turn: ticketClocks.turn };

/** What was due when a worker was away is told as a breach alone: a warning after the fact helps nobody. */
const toWarn = (now: Date) =>
  and(
    isNull(ticketClocks.settledAt),
    isNull(ticketClocks.warnedAt),
    isNull(ticketClocks.breachedAt),
    lte(ticketClocks.warnAt, now),
    gt(ticketClocks.dueAt, now),
  );
const toBreach = (now: Date) =>
  and(isNull(ticketClocks.settledAt), isNull(ticketClocks.breachedAt), lte(ticketClocks.dueAt, now));

/** Warnings and breaches that nobody has been told of yet, the oldest first, at most `limit` of each. */
export const pendingNotices = async (db: Reader, now: Date, limit: number): Promise<Notice[]> => {
  const breaches = await db
    .select(CLOCK)
    .from(ticketClocks)
    .where(toBreach(now))
    .orderBy(asc(ticketClocks.dueAt))
    .limit(limit);
  const warnings = await db
    .select(CLOCK)
    .from(ticketClocks)
    .where(toWarn(now))
    .orderBy(asc(ticketClocks.warnAt))
    .limit(limit);
  return [
    ...breaches.map((row) => ({ ...row, stage: 'breached' as const })),
    ...warnings.map((row) => ({ ...row, stage: 'warned' as const })),
  ];
};

/**
 * Takes a notice for this transaction and answers its due: `null` when another worker has it, or it is no longer true.
 * The conditional update is what makes each told once.
 */
export const claimNotice = async (
  tx: Tx,
  { ticketId, clock, turn, stage }: Notice,
  now: Date,
): Promise<Date | null> => {
  const [row] = await tx
    .update(ticketClocks)
    .set(stage === 'warned' ? { warnedAt: now } : { breachedAt: now })
    .where(
      and(
        eq(ticketClocks.ticketId, ticketId),
        eq(ticketClocks.kind, clock),
        eq(ticketClocks.turn, turn),
        stage === 'warned' ? toWarn(now) : toBreach(now),
      ),
    )
    .returning({ dueAt: ticketClocks.dueAt });
  return row?.dueAt ?? null;
};

const AT_WORK = TICKET_STATUSES.filter((status) => STATUS_RULES[status].clock !== 'stopped');

/** The next requests whose clocks may still run, in the order of their ids: what is reckoned anew when a policy changes. */
export const ticketsAtWork = async (db: Reader, after: string | null, limit: number): Promise<string[]> => {
  const statuses = sql.join(
    AT_WORK.map((status) => sql`${status}`),
    sql`, `,
  );
  const rows = await db
    .select({ id: tickets.id })
    .from(tickets)
    .where(and(sql`${tickets.status} in (${statuses})`, after === null ? undefined : gt(tickets.id, after)))
    .orderBy(asc(tickets.id))
    .limit(limit);
  return rows.map((row) => row.id);
};

/** Holds the rows of requests until the transaction ends, the lowest number first, as all acts over several requests do. */
export const holdTickets = async (tx: Tx, ids: readonly string[]): Promise<void> => {
  if (ids.length === 0) return;
  await tx
    .select({ id: tickets.id })
    .from(tickets)
    .where(inArray(tickets.id, [...ids]))
    .orderBy(asc(tickets.number))
    .for('update');
};
