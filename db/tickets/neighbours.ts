import { and, desc, eq, ne, not, type SQL } from 'drizzle-orm';
import type { Actor } from '@/domain/access/actor';
import { notFound } from '@/domain/refusal';
import type { Reader } from '../client';
import { organisations, users } from '../people/schema';
import type { Ticket } from './queries';
import { stillToDo, tickets } from './schema';
import { ticketVisibility } from './visibility';

const NEIGHBOUR = {
  number: tickets.number,
  subject: tickets.subject,
  status: tickets.status,
  lastActivityAt: tickets.lastActivityAt,
} as const;

/** What is still to be done first, then the rest, each with the latest activity first; `limit` rows at most. */
const nearest = async (db: Reader, where: SQL | undefined, limit: number) => {
  const read = (condition: SQL, most: number) =>
    db
      .select(NEIGHBOUR)
      .from(tickets)
      .where(and(where, condition))
      .orderBy(desc(tickets.lastActivityAt), desc(tickets.number))
      .limit(most);
  const open = await read(stillToDo(), limit);
  return open.length < limit ? [...open, ...(await read(not(stillToDo()), limit - open.length))] : open;
};

/** Other requests of the person whose request this is, as far as the actor may see them. */
export const othersOfRequester = async (db: Reader, actor: Actor, ticket: Ticket, limit: number) =>
  nearest(
    db,
    and(eq(tickets.requesterId, ticket.requesterId), ne(tickets.id, ticket.id), ticketVisibility(actor)),
    limit,
  );

/** Requests of the organisation of this one, by other people of it, as far as the actor may see them. */
export const othersOfOrganisation = async (db: Reader, actor: Actor, ticket: Ticket, limit: number) =>
  ticket.organisationId === null
    ? []
    : nearest(
        db,
        and(
          eq(tickets.organisationId, ticket.organisationId),
          ne(tickets.requesterId, ticket.requesterId),
          ticketVisibility(actor),
        ),
        limit,
      );

/** Who wrote a request and for which organisation, as the desk needs to know them. */
export const requesterFacts = async (db: Reader, ticket: Ticket) => {
  const [row] = await db
    .select({
      person: {
        id: users.id,
        name: users.name,
        email: users.email,
        locale: users.locale,
        timeZone: users.timeZone,
        since: users.createdAt,
      },
      organisation: {
        id: organisations.id,
        name: organisations.name,
        productVersion: organisations.productVersion,
        since: organisations.createdAt,
      },
    })
    .from(tickets)
    .innerJoin(users, eq(tickets.requesterId, users.id))
    .leftJoin(organisations, eq(tickets.organisationId, organisations.id))
    .where(eq(tickets.id, ticket.id));
  if (!row) throw notFound('ticket');
  return row;
};
