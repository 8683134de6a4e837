import { granteeOf, type UserActor } from './actor';
import { worksOnTickets } from './grants';
import type { TicketOwnership } from './tickets';

const manages = (actor: UserActor, ticket: TicketOwnership): boolean =>
  actor.memberships.some((membership) => membership.manager && membership.organisationId === ticket.organisationId);

/**
 * Whether somebody who sees a request may decide about it: mark it as resolved, put people in copy and take them out
 * again. The requester, managers of its organisation and the desk; colleagues and people in copy read and answer.
 */
export const decidesOn = (actor: UserActor, ticket: TicketOwnership): boolean =>
  worksOnTickets(granteeOf(actor)) || actor.id === ticket.requesterId || manages(actor, ticket);

/** More people in copy than this is a mailing list. */
export const MOST_FOLLOWERS = 20;

/** Whether the address belongs to one of the domains, all in lower case. */
export const isOfDomain = (email: string, domains: readonly string[]): boolean =>
  domains.includes(email.slice(email.lastIndexOf('@') + 1));
