import { type Actor, granteeOf, type UserActor } from './actor';
import { worksOnTickets } from './grants';

/** Whether the actor sees who belongs to an organisation: its members, and the desk. */
export const maySeeOrganisation = (actor: Actor, organisationId: string): boolean =>
  actor.kind === 'user' &&
  (worksOnTickets(granteeOf(actor)) ||
    actor.memberships.some((membership) => membership.organisationId === organisationId));

/** Whether the actor looks after an organisation's people: its managers, and the desk. */
export const looksAfter = (actor: Actor, organisationId: string): boolean =>
  actor.kind === 'user' &&
  (worksOnTickets(granteeOf(actor)) ||
    actor.memberships.some((membership) => membership.manager && membership.organisationId === organisationId));

/** Whether somebody manages an organisation of their own. The desk, which looks after all of them, has a place of its own for that. */
export const managesOwn = (actor: UserActor): boolean =>
  !worksOnTickets(granteeOf(actor)) && actor.memberships.some(({ manager }) => manager);
