import { type Actor, granteeOf } from './actor';
import { worksOnTickets } from './grants';

/** What authorisation needs to know of a request. */
export type TicketOwnership = { requesterId: string; organisationId: string | null };

/**
 * The row rule of requests as a predicate: the desk sees all, a customer sees their own and, where the membership
 * makes them a manager, those of the organisation. `db/tickets/visibility.ts` states the same rule as SQL; a test holds the two together.
 */
export const maySeeTicket = (actor: Actor, ticket: TicketOwnership): boolean => {
  if (actor.kind === 'visitor') return false;
  if (actor.kind === 'system' || worksOnTickets(granteeOf(actor))) return true;
  if (ticket.requesterId === actor.id) return true;
  return actor.memberships.some(
    (membership) => membership.manager && membership.organisationId === ticket.organisationId,
  );
};
