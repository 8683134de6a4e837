import { eq, inArray, or, type SQL, sql } from 'drizzle-orm';
import { type Actor, type ActorMembership, granteeOf, type UserActor } from '@/domain/access/actor';
import { worksOnTickets } from '@/domain/access/grants';
import { reachOf } from '@/domain/organisations/degrees';
import { memberships } from '../people/schema';
import { ticketFollowers } from './following-schema';
import { tickets } from './schema';

// Each list of ids is worked out once for a query, and then an index of `tickets` finds the rows: a condition that
// looked into another table for each row would go through all of them.
const followedBy = (userId: string): SQL =>
  sql`${tickets.id} = any(array(select ${ticketFollowers.ticketId} from ${ticketFollowers} where ${ticketFollowers.userId} = ${userId}))`;

const byTeam = ({ organisationId, teamId }: ActorMembership): SQL =>
  sql`(${tickets.organisationId} = ${organisationId} and ${tickets.requesterId} = any(array(select ${memberships.userId} from ${memberships} where ${memberships.organisationId} = ${organisationId} and ${memberships.teamId} = ${teamId ?? null})))`;

const organisationParts = (actor: UserActor): SQL[] => {
  const whole = actor.memberships
    .filter((membership) => reachOf(membership) === 'organisation')
    .map((membership) => membership.organisationId);
  const teams = actor.memberships.filter((membership) => reachOf(membership) === 'team');
  return [...(whole.length > 0 ? [inArray(tickets.organisationId, whole)] : []), ...teams.map(byTeam)];
};

/** The requests of the actor's organisations that their memberships let them see; SQL, `false` for those who see none this way. */
export const throughOrganisation = (actor: UserActor): SQL => or(...organisationParts(actor)) ?? sql`false`;

/** The requests that a person is in copy of. */
export const throughCopy = (actor: UserActor): SQL => followedBy(actor.id);

/** The row rule of requests as SQL; `domain/access/tickets.ts` states it as a predicate, and a test holds both together. */
export const ticketVisibility = (actor: Actor): SQL => {
  if (actor.kind === 'visitor') return sql`false`;
  if (actor.kind === 'system' || worksOnTickets(granteeOf(actor))) return sql`true`;
  const own = eq(tickets.requesterId, actor.id);
  return or(own, throughCopy(actor), ...organisationParts(actor)) ?? own;
};
