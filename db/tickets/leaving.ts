import { and, asc, count, eq, gt, inArray, isNotNull, isNull, ne, not, type SQL } from 'drizzle-orm';
import type { HandBack } from '@/domain/tickets/leaving';
import type { Reader, Tx } from '../client';
import { atTheDesk } from '../people/queries';
import { users } from '../people/schema';
import { teamMembers } from '../teams/schema';
import { openCalls } from './calls';
import { ticketCalls } from './calls-schema';
import type { Ticket } from './queries';
import { stillToDo, tickets } from './schema';

/**
 * Requests that are not closed and still stand with somebody who has left, in the order of their numbers after one of
 * them, at most `limit`. Their rows are held until the transaction ends.
 */
export const ticketsLeftBy = async (
  tx: Tx,
  { userId, teamId }: HandBack,
  after: number,
  limit: number,
): Promise<Ticket[]> =>
  tx
    .select()
    .from(tickets)
    .where(
      and(
        eq(tickets.assigneeId, userId),
        ne(tickets.status, 'closed'),
        gt(tickets.number, after),
        teamId ? eq(tickets.teamId, teamId) : undefined,
      ),
    )
    .orderBy(asc(tickets.number))
    .limit(limit)
    .for('update');

/**
 * The requests whose call is still to come about and was to be made by this person, the oldest call first: all of them, or
 * those of one team. Calls that were passed on already are left out.
 */
export const requestsToCallBy = async (db: Reader, { userId, teamId }: HandBack): Promise<string[]> => {
  const rows = await db
    .select({ ticketId: ticketCalls.ticketId })
    .from(ticketCalls)
    .innerJoin(tickets, eq(tickets.id, ticketCalls.ticketId))
    .where(
      and(
        eq(ticketCalls.proposedBy, userId),
        isNull(ticketCalls.leftAt),
        openCalls(),
        teamId ? eq(tickets.teamId, teamId) : undefined,
      ),
    )
    .orderBy(asc(ticketCalls.createdAt), asc(ticketCalls.id));
  return rows.map(({ ticketId }) => ticketId);
};

/** How many requests still to be done each of these people has; who has none is left out. */
export const countOpenOf = async (db: Reader, userIds: readonly string[]): Promise<Map<string, number>> => {
  if (userIds.length === 0) return new Map();
  const rows = await db
    .select({ userId: tickets.assigneeId, total: count() })
    .from(tickets)
    .where(and(stillToDo(), inArray(tickets.assigneeId, [...userIds])))
    .groupBy(tickets.assigneeId);
  return new Map(rows.flatMap(({ userId, total }) => (userId ? [[userId, total] as const] : [])));
};

/** How many requests still to be done stand with each member of each team, by `team person`. */
export const countOpenInTeams = async (db: Reader): Promise<Map<string, number>> => {
  const rows = await db
    .select({ teamId: tickets.teamId, userId: tickets.assigneeId, total: count() })
    .from(tickets)
    .where(and(stillToDo(), isNotNull(tickets.teamId), isNotNull(tickets.assigneeId)))
    .groupBy(tickets.teamId, tickets.assigneeId);
  return new Map(rows.map(({ teamId, userId, total }) => [`${teamId} ${userId}`, total] as const));
};

const notAtTheDesk = (): SQL | undefined => (atTheDesk ? not(atTheDesk) : undefined);

/** Accounts that work on requests no more and still have some to do. */
export const leftWithRequests = async (db: Reader): Promise<string[]> => {
  const rows = await db
    .selectDistinct({ id: users.id })
    .from(tickets)
    .innerJoin(users, eq(users.id, tickets.assigneeId))
    .where(and(stillToDo(), notAtTheDesk()));
  return rows.map(({ id }) => id);
};

/** Whether somebody is gone from where a job says they left: who is back in the meantime keeps what they have. */
export const isGone = async (db: Reader, { userId, teamId }: HandBack): Promise<boolean> => {
  const there = teamId
    ? await db
        .select({ id: teamMembers.userId })
        .from(teamMembers)
        .where(and(eq(teamMembers.teamId, teamId), eq(teamMembers.userId, userId)))
    : await db
        .select({ id: users.id })
        .from(users)
        .where(and(eq(users.id, userId), atTheDesk));
  return there.length === 0;
};
