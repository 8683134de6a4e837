import { and, asc, eq, gt, inArray, lte, type SQL, sql } from 'drizzle-orm';
import type { LocalisedText } from '@/domain/people/localised';
import type { Reader, Tx } from '../client';
import { incidents, incidentUpdates } from '../incidents/schema';
import type { Ticket } from './queries';
import { stillToDo, ticketEvents, tickets } from './schema';
import { incidentTellings, ticketIncidents } from './ties-schema';

/** An update of an incident, as the people of its requests are told of it; `null` when it is gone. */
export const updateToTell = async (db: Reader, updateId: string) => {
  const [row] = await db
    .select({
      id: incidentUpdates.id,
      status: incidentUpdates.status,
      body: incidentUpdates.body,
      authorId: incidentUpdates.authorId,
      createdAt: incidentUpdates.createdAt,
      incidentId: incidents.id,
      title: incidents.title,
    })
    .from(incidentUpdates)
    .innerJoin(incidents, eq(incidents.id, incidentUpdates.incidentId))
    .where(eq(incidentUpdates.id, updateId));
  return row ?? null;
};
export type UpdateToTell = NonNullable<Awaited<ReturnType<typeof updateToTell>>>;

/** Tied to an incident by the time of its update. */
const tiedBy = ({ incidentId, createdAt }: Pick<UpdateToTell, 'incidentId' | 'createdAt'>): SQL | undefined =>
  and(eq(ticketIncidents.incidentId, incidentId), lte(ticketIncidents.createdAt, createdAt));

/**
 * Requests of an incident that are still to be done and were tied to it by the time of its update, after a number and in
 * its order, held until the transaction ends.
 */
export const requestsToTell = async (
  tx: Tx,
  { incidentId, createdAt }: Pick<UpdateToTell, 'incidentId' | 'createdAt'>,
  after: number,
  limit: number,
): Promise<Ticket[]> => {
  const tied = tx
    .select({ id: ticketIncidents.ticketId })
    .from(ticketIncidents)
    .where(tiedBy({ incidentId, createdAt }));
  return tx
    .select()
    .from(tickets)
    .where(and(stillToDo(), gt(tickets.number, after), inArray(tickets.id, tied)))
    .orderBy(asc(tickets.number))
    .limit(limit)
    .for('update');
};

/** Whether the history of a request has an update of an incident already. */
export const knowsOfUpdate = async (tx: Tx, ticketId: string, updateId: string): Promise<boolean> =>
  (
    await tx
      .select({ id: ticketEvents.id })
      .from(ticketEvents)
      .where(
        and(
          eq(ticketEvents.ticketId, ticketId),
          eq(ticketEvents.kind, 'incident'),
          sql`${ticketEvents.data} ->> 'updateId' = ${updateId}`,
        ),
      )
      .limit(1)
  ).length > 0;

/** Which of some people have opened a request themselves that is told of this update, too. */
export const requestersAmong = async (
  tx: Tx,
  { incidentId, createdAt }: Pick<UpdateToTell, 'incidentId' | 'createdAt'>,
  userIds: readonly string[],
): Promise<ReadonlySet<string>> => {
  if (userIds.length === 0) return new Set();
  const rows = await tx
    .selectDistinct({ id: tickets.requesterId })
    .from(tickets)
    .innerJoin(ticketIncidents, eq(ticketIncidents.ticketId, tickets.id))
    .where(and(tiedBy({ incidentId, createdAt }), inArray(tickets.requesterId, [...userIds]), stillToDo()));
  return new Set(rows.map(({ id }) => id));
};

/** Notes that people are told of an update; answers those who were not told of it before. */
export const claimTellings = async (
  tx: Tx,
  updateId: string,
  userIds: readonly string[],
  now: Date,
): Promise<ReadonlySet<string>> => {
  if (userIds.length === 0) return new Set();
  const rows = await tx
    .insert(incidentTellings)
    .values(userIds.map((userId) => ({ updateId, userId, toldAt: now })))
    .onConflictDoNothing()
    .returning({ id: incidentTellings.userId });
  return new Set(rows.map(({ id }) => id));
};

/** What updates of incidents say, by their ids. */
export const updateWords = async (db: Reader, ids: readonly string[]): Promise<Map<string, LocalisedText>> => {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ id: incidentUpdates.id, body: incidentUpdates.body })
    .from(incidentUpdates)
    .where(inArray(incidentUpdates.id, [...ids]));
  return new Map(rows.map(({ id, body }) => [id, body]));
};
