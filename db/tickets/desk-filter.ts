import { and, eq, ilike, isNotNull, isNull, or, type SQL, sql } from 'drizzle-orm';
import type { UserActor } from '@/domain/access/actor';
import { beginningOf, type DeskFilter, dueBefore, OPEN_STATUSES } from '@/domain/tickets/desk-list';
import { soughtNumber } from '@/domain/tickets/list';
import { requestTypes } from '../forms/schema';
import { instantBound } from '../keyset';
import { containing } from '../like';
import { organisations, users } from '../people/schema';
import { teamMembers } from '../teams/schema';
import { heldBy } from './calls';
import { ticketCalls } from './calls-schema';
import { stillToDo, tickets } from './schema';
import { tags, ticketTags } from './tags-schema';
import { tiedToIncident, tiedToTheme } from './ties';

/** Who looks at the list, when, and which requests a search for the filter's words has found, by their numbers. */
export type DeskReader = { actor: UserActor; now: Date; found?: readonly number[] | undefined };

const numbers = (list: readonly number[]): SQL => sql`${`{${list.join(',')}}`}::bigint[]`;

// Lists of ids are worked out once for a query, so that an index of `tickets` can find the rows.
const ofPeople = (text: string): SQL =>
  sql`${tickets.requesterId} = any(array(select ${users.id} from ${users} where ${or(ilike(users.name, containing(text)), ilike(users.email, containing(text)))} limit 200))`;
const ofOrganisations = (text: string): SQL =>
  sql`${tickets.organisationId} = any(array(select ${organisations.id} from ${organisations} where ${ilike(organisations.name, containing(text))} limit 200))`;
/** Requests of the teams this person is in. */
export const ofOwnTeams = (actor: UserActor): SQL =>
  sql`${tickets.teamId} = any(array(select ${teamMembers.teamId} from ${teamMembers} where ${teamMembers.userId} = ${actor.id}))`;

const filedUnder = (tag: string): SQL =>
  sql`${tickets.id} = any(array(select ${ticketTags.ticketId} from ${ticketTags} join ${tags} on ${tags.id} = ${ticketTags.tagId} where lower(${tags.name}) = lower(${tag})))`;

const saying = (text: string | undefined, { found = [] }: DeskReader): SQL | undefined => {
  if (text === undefined) return undefined;
  const number = soughtNumber(text);
  return or(
    number === null ? undefined : eq(tickets.number, number),
    sql`${tickets.number} = any(${numbers(found)})`,
    number === null ? ofPeople(text) : undefined,
  );
};

/** Whoever writes a number means that request, whether there is still something to do or not. */
const namesOne = ({ text, status }: DeskFilter): boolean =>
  status === 'open' && text !== undefined && soughtNumber(text) !== null;

const inStatus = (filter: DeskFilter): SQL | undefined => {
  const { status } = filter;
  if (status === 'all' || namesOne(filter)) return undefined;
  if (status === 'open') return stillToDo();
  // The first condition lets the index of what is still to be done find it, the second is exact.
  return and(OPEN_STATUSES.includes(status) ? stillToDo() : undefined, eq(tickets.status, status));
};

const ofTeam = (team: string | undefined, actor: UserActor): SQL | undefined => {
  if (team === undefined) return undefined;
  if (team === 'none') return isNull(tickets.teamId);
  return team === 'mine' ? ofOwnTeams(actor) : eq(tickets.teamId, team);
};

const ofAssignee = (assignee: string | undefined, actor: UserActor): SQL | undefined => {
  if (assignee === undefined) return undefined;
  return assignee === 'none'
    ? isNull(tickets.assigneeId)
    : eq(tickets.assigneeId, assignee === 'me' ? actor.id : assignee);
};

const judged = ({ verdict }: DeskFilter): SQL | undefined => {
  if (verdict === undefined) return undefined;
  return verdict === 'none' ? isNull(tickets.verdict) : eq(tickets.verdict, verdict);
};

const ofPortal = (portal: string): SQL =>
  sql`${tickets.typeKey} = any(array(select ${requestTypes.key} from ${requestTypes} where ${requestTypes.portal} = ${portal}))`;

const rated = ({ rating }: DeskFilter): SQL | undefined => {
  if (rating === undefined) return undefined;
  return rating === 'none' ? and(isNull(tickets.rating), isNotNull(tickets.resolvedAt)) : eq(tickets.rating, rating);
};

/** Worded as their index is; those still to be reproduced have none, and are looked for among what is still to be done alone. */
const reproduced = ({ reproduced: is }: DeskFilter): SQL | undefined => {
  if (is === undefined) return undefined;
  return is === 'yes'
    ? sql`${tickets.reproducible}`
    : sql`not ${tickets.reproducible} and ${tickets.typeKey} = any(array(select ${requestTypes.key} from ${requestTypes} where ${requestTypes.needsReproduction}))`;
};

/** Worded as the index of visitors' is, who are few. */
const openedBy = ({ openedBy: by }: DeskFilter): SQL | undefined => {
  if (by === undefined) return undefined;
  return by === 'visitor' ? sql`${tickets.byVisitor}` : sql`not ${tickets.byVisitor}`;
};

const dueIn = ({ due }: DeskFilter, { actor, now }: DeskReader): SQL | undefined => {
  if (due === undefined) return undefined;
  const before = dueBefore(due, now.getTime(), actor.timeZone);
  return before === null ? isNull(tickets.dueAt) : sql`${tickets.dueAt} < ${instantBound(before)}`;
};

const openedIn = ({ from, until }: DeskFilter, { timeZone }: UserActor): SQL | undefined =>
  and(
    from === undefined ? undefined : sql`${tickets.createdAt} >= ${instantBound(beginningOf(from, timeZone))}`,
    until === undefined ? undefined : sql`${tickets.createdAt} < ${instantBound(beginningOf(until, timeZone, 1))}`,
  );

/** Where a call was to be by now and its recap is still to be written. */
const owingRecap = ({ recap }: DeskFilter, { now }: DeskReader): SQL | undefined =>
  recap && sql`${tickets.id} = any(array(select ${ticketCalls.ticketId} from ${ticketCalls} where ${heldBy(now)}))`;

/** What sleeps is out of the way of what is to be done, and found by who looks for it. */
const awake = ({ asleep, recap, status, text }: DeskFilter): SQL | undefined => {
  if (asleep) return isNotNull(tickets.snoozedUntil);
  return status === 'open' && text === undefined && !recap ? isNull(tickets.snoozedUntil) : undefined;
};

/** What the requests of a desk filter have in common, to this reader; whom they may see is not part of it. */
export const deskConditions = (filter: DeskFilter, reader: DeskReader): SQL | undefined =>
  and(
    inStatus(filter),
    saying(filter.text, reader),
    ofTeam(filter.team, reader.actor),
    ofAssignee(filter.assignee, reader.actor),
    filter.level === undefined
      ? undefined
      : filter.level === 'none'
        ? isNull(tickets.criticality)
        : eq(tickets.criticality, filter.level),
    filter.type === undefined ? undefined : eq(tickets.typeKey, filter.type),
    filter.requester === undefined ? undefined : ofPeople(filter.requester),
    filter.organisation === undefined ? undefined : ofOrganisations(filter.organisation),
    filter.tag === undefined ? undefined : filedUnder(filter.tag),
    filter.incident === undefined ? undefined : tiedToIncident(filter.incident),
    filter.theme === undefined ? undefined : tiedToTheme(filter.theme),
    judged(filter),
    filter.portal === undefined ? undefined : ofPortal(filter.portal),
    filter.release === undefined ? undefined : ilike(tickets.plannedRelease, containing(filter.release)),
    filter.partner === undefined ? undefined : ilike(tickets.partner, containing(filter.partner)),
    filter.reason === undefined ? undefined : eq(tickets.closingReason, filter.reason),
    rated(filter),
    reproduced(filter),
    openedBy(filter),
    dueIn(filter, reader),
    openedIn(filter, reader.actor),
    owingRecap(filter, reader),
    awake(filter),
  );
