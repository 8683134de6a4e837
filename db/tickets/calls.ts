import { and, asc, eq, inArray, isNotNull, isNull, lte, notInArray, or, type SQL, sql } from 'drizzle-orm';
import { notFound } from '@/domain/refusal';
import { OPEN_CALL_STATES, RECAP_GRACE_MINUTES } from '@/domain/tickets/calls';
import type { Reader, Tx } from '../client';
import { atTheDesk } from '../people/queries';
import { users } from '../people/schema';
import { ticketCalls } from './calls-schema';

export type TicketCall = typeof ticketCalls.$inferSelect;

/** Calls that are still to come about; worded as their index is. */
export const openCalls = (): SQL => inArray(ticketCalls.state, [...OPEN_CALL_STATES]);

/** The call of a request that is still to come about; the request itself must have been loaded through the actor. */
export const openCallOf = async (db: Reader, ticketId: string): Promise<TicketCall | null> => {
  const [row] = await db
    .select()
    .from(ticketCalls)
    .where(and(eq(ticketCalls.ticketId, ticketId), openCalls()));
  return row ?? null;
};

/** The same by its id, for who saw it so; throws `not-found` when it is over or another one took its place. */
export const openCallById = async (tx: Tx, ticketId: string, id: string): Promise<TicketCall> => {
  const call = await openCallOf(tx, ticketId);
  if (call?.id !== id) throw notFound('call');
  return call;
};

/** Keeps a proposed call. */
export const insertCall = async (tx: Tx, call: typeof ticketCalls.$inferInsert): Promise<TicketCall> => {
  const [row] = await tx.insert(ticketCalls).values(call).returning();
  if (!row) throw new Error('an insert answered no row');
  return row;
};

/** Changes how a call stands. */
export const updateCall = async (
  tx: Tx,
  id: string,
  change: Partial<Pick<TicketCall, 'state' | 'chosenAt' | 'chosenBy' | 'phone' | 'recapId' | 'leftAt'>>,
): Promise<void> => {
  await tx.update(ticketCalls).set(change).where(eq(ticketCalls.id, id));
};

/**
 * Makes the call of a request somebody's own whose caller has left its team or works on requests no more; answers the call
 * as it then is, `null` where there is none or its caller is still there.
 */
export const takeOverCall = async (tx: Tx, ticketId: string, userId: string): Promise<TicketCall | null> => {
  const callers = tx.select({ id: users.id }).from(users).where(atTheDesk);
  const [row] = await tx
    .update(ticketCalls)
    .set({ proposedBy: userId, leftAt: null })
    .where(
      and(
        eq(ticketCalls.ticketId, ticketId),
        openCalls(),
        or(isNotNull(ticketCalls.leftAt), notInArray(ticketCalls.proposedBy, callers)),
      ),
    )
    .returning();
  return row ?? null;
};

/** Somebody who takes part in a call: where the mail goes, and in which zone its hours are told. */
export const callParty = async (db: Reader, userId: string) => {
  const [row] = await db
    .select({ id: users.id, name: users.name, email: users.email, locale: users.locale, timeZone: users.timeZone })
    .from(users)
    .where(eq(users.id, userId));
  if (!row) throw notFound('person');
  return row;
};

/** Calls that were agreed on and were to be by `now`; worded as their index is. */
export const heldBy = (now: Date): SQL | undefined =>
  and(sql`${ticketCalls.state} = 'chosen'`, lte(ticketCalls.chosenAt, now));

// The first condition lets the index find the calls, the second is exact.
const recapOverdue = (now: Date): SQL | undefined =>
  and(
    heldBy(now),
    sql`${ticketCalls.chosenAt} + make_interval(mins => ${ticketCalls.minutes} + ${RECAP_GRACE_MINUTES}) <= ${now.toISOString()}::timestamptz`,
    isNull(ticketCalls.remindedAt),
  );

/** A call by its id and that of its request. */
export type CallName = { callId: string; ticketId: string };

/** Calls whose recap nobody has written in time and whose agent was not told so yet, the oldest first, at most `limit`. */
export const overdueRecaps = async (db: Reader, now: Date, limit: number): Promise<CallName[]> =>
  db
    .select({ callId: ticketCalls.id, ticketId: ticketCalls.ticketId })
    .from(ticketCalls)
    .where(recapOverdue(now))
    .orderBy(asc(ticketCalls.chosenAt))
    .limit(limit);

/**
 * Takes the reminder of a recap for this transaction and answers the call: `null` when another worker has it, or it is no
 * longer true. The conditional update is what makes each told once.
 */
export const claimRecapReminder = async (
  tx: Tx,
  { callId, ticketId }: CallName,
  now: Date,
): Promise<TicketCall | null> => {
  const [row] = await tx
    .update(ticketCalls)
    .set({ remindedAt: now })
    .where(and(eq(ticketCalls.id, callId), eq(ticketCalls.ticketId, ticketId), recapOverdue(now)))
    .returning();
  return row ?? null;
};
