import { reachOf } from '../organisations/degrees';
import { type Actor, type ActorMembership, granteeOf } from './actor';
import { worksOnTickets } from './grants';

/** What authorisation needs to know of a request. */
export type TicketOwnership = {
  requesterId: string;
  organisationId: string | null;
  /** The team its requester has in that organisation now. */
  requesterTeamId?: string | null;
  /** People in copy. */
  followerIds?: readonly string[];
};

const reaches = (membership: ActorMembership, ticket: TicketOwnership): boolean => {
  if (membership.organisationId !== ticket.organisationId) return false;
  const reach = reachOf(membership);
  return reach === 'organisation' || (reach === 'team' && membership.teamId === ticket.requesterTeamId);
};

/**
 * The row rule of requests as a predicate: the desk sees all; a customer sees their own, those they are in copy of and,
 * as far as the organisation's degree of visibility goes, those of the organisation. `db/tickets/visibility.ts` states
 * the same rule as SQL; a test holds the two together.
 */
export const maySeeTicket = (actor: Actor, ticket: TicketOwnership): boolean => {
  if (actor.kind === 'visitor') return false;
  if (actor.kind === 'system' || worksOnTickets(granteeOf(actor))) return true;
  if (ticket.requesterId === actor.id || ticket.followerIds?.includes(actor.id)) return true;
  return actor.memberships.some((membership) => reaches(membership, ticket));
};
