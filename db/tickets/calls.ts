import { and, eq, inArray } from 'drizzle-orm';
import { notFound } from '@/domain/refusal';
import { OPEN_CALL_STATES } from '@/domain/tickets/calls';
import type { Reader, Tx } from '../client';
import { users } from '../people/schema';
import { ticketCalls } from './calls-schema';

export type TicketCall = typeof ticketCalls.$inferSelect;

/** The call of a request that is still to come about; the request itself must have been loaded through the actor. */
export const openCallOf = async (db: Reader, ticketId: string): Promise<TicketCall | null> => {
  const [row] = await db
    .select()
    .from(ticketCalls)
    .where(and(eq(ticketCalls.ticketId, ticketId), inArray(ticketCalls.state, [...OPEN_CALL_STATES])));
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
  change: Partial<Pick<TicketCall, 'state' | 'chosenAt' | 'chosenBy' | 'phone' | 'recapId'>>,
): Promise<void> => {
  await tx.update(ticketCalls).set(change).where(eq(ticketCalls.id, id));
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
