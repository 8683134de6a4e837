import { eq, inArray, or, type SQL, sql } from 'drizzle-orm';
import { type Actor, granteeOf } from '@/domain/access/actor';
import { worksOnTickets } from '@/domain/access/grants';
import { tickets } from './schema';

/** The row rule of requests as SQL; `domain/access/tickets.ts` states it as a predicate, and a test holds both together. */
export const ticketVisibility = (actor: Actor): SQL => {
  if (actor.kind === 'visitor') return sql`false`;
  if (actor.kind === 'system' || worksOnTickets(granteeOf(actor))) return sql`true`;
  const managed = actor.memberships
    .filter((membership) => membership.manager)
    .map((membership) => membership.organisationId);
  const own = eq(tickets.requesterId, actor.id);
  return managed.length > 0 ? (or(own, inArray(tickets.organisationId, managed)) ?? own) : own;
};
