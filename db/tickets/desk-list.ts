import { and, asc, eq, ilike, inArray, isNotNull, isNull, or, type SQL, sql } from 'drizzle-orm';
import type { UserActor } from '@/domain/access/actor';
import { beginningOf, type DeskFilter, type DeskSort, dueBefore, OPEN_STATUSES } from '@/domain/tickets/desk-list';
import { type ListPlace, MOST_COUNTED, soughtNumber } from '@/domain/tickets/list';
import { STATUS_RULES } from '@/domain/tickets/status';
import type { Reader } from '../client';
import { requestTypes } from '../forms/schema';
import { cut, instantBound, type Part, pageOf } from '../keyset';
import { containing } from '../like';
import { organisations, users } from '../people/schema';
import { remembered } from '../remembered';
import { teamMembers } from '../teams/schema';
import { heldBy } from './calls';
import { ticketCalls } from './calls-schema';
import { ticketReads } from './following-schema';
import { withHouseNames } from './house-names';
import { newToAgent } from './news-to-agent';
import { NO_DEADLINE, stillToDo, tickets } from './schema';
import { tags, ticketTags } from './tags-schema';
import { ticketVisibility } from './visibility';

/** Who looks at the list, when, and which requests a search for the filter's words has found, by their numbers. */
export type DeskReader = { actor: UserActor; now: Date; found?: readonly number[] | undefined };

const numbers = (list: readonly number[]): SQL => sql`${`{${list.join(',')}}`}::bigint[]`;

// Lists of ids are worked out once for a query, so that an index of `tickets` can find the rows.
const ofPeople = (text: string): SQL =>
  sql`${tickets.requesterId} = any(array(select ${users.id} from ${users} where ${or(ilike(users.name, containing(text)), ilike(users.email, containing(text)))} limit 200))`;
const ofOrganisations = (text: string): SQL =>
  sql`${tickets.organisationId} = any(array(select ${organisations.id} from ${organisations} where ${ilike(organisations.name, containing(text))} limit 200))`;
const ofOwnTeams = (actor: UserActor): SQL =>
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

const conditions = (filter: DeskFilter, reader: DeskReader): SQL | undefined =>
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
    judged(filter),
    filter.portal === undefined ? undefined : ofPortal(filter.portal),
    filter.release === undefined ? undefined : ilike(tickets.plannedRelease, containing(filter.release)),
    filter.partner === undefined ? undefined : ilike(tickets.partner, containing(filter.partner)),
    filter.reason === undefined ? undefined : eq(tickets.closingReason, filter.reason),
    rated(filter),
    reproduced(filter),
    dueIn(filter, reader),
    openedIn(filter, reader.actor),
    owingRecap(filter, reader),
    awake(filter),
  );

const dueSort = sql`coalesce(${tickets.dueAt}, ${NO_DEADLINE})`;
const SORTS = {
  activity: { column: sql`${tickets.lastActivityAt}`, falls: true, timed: true },
  created: { column: sql`${tickets.createdAt}`, falls: true, timed: true },
  due: { column: dueSort, falls: false, timed: true },
  priority: { column: sql`${tickets.priority}`, falls: false, timed: false },
} as const satisfies Record<DeskSort, { column: SQL; falls: boolean; timed: boolean }>;

const inMilliseconds = <Instant>(instant: SQL): SQL<Instant> =>
  sql<Instant>`(extract(epoch from ${instant}) * 1000)::float8`;

/** Requests of the desk's list, with who wrote last, whether there is something new in them to the reader, and the value each is sorted by. */
export const deskTickets = async (
  db: Reader,
  filter: DeskFilter,
  reader: DeskReader,
  { sort, ...part }: { sort: DeskSort } & Part<ListPlace>,
) => {
  const { column, falls, timed } = SORTS[sort];
  const { where, orderBy, way, limit } = cut(
    {
      by: [column, tickets.number],
      falls,
      bounds: ([value, number]) => [timed ? instantBound(value) : sql`${value}::bigint`, sql`${number}::bigint`],
    },
    part,
  );
  // The page is cut first, so that names are looked up for its few rows alone.
  const page = db
    .select({
      id: tickets.id,
      number: tickets.number,
      subject: tickets.subject,
      status: tickets.status,
      typeKey: tickets.typeKey,
      criticality: tickets.criticality,
      createdAt: tickets.createdAt,
      lastActivityAt: tickets.lastActivityAt,
      dueAt: tickets.dueAt,
      dueClock: tickets.dueClock,
      snoozedUntil: tickets.snoozedUntil,
      requesterId: tickets.requesterId,
      organisationId: tickets.organisationId,
      teamId: tickets.teamId,
      assigneeId: tickets.assigneeId,
      answeredAt: inMilliseconds<number | null>(sql`${tickets.answeredAt}`).as('answered_at'),
      waitingSince: inMilliseconds<number | null>(sql`${tickets.waitingSince}`).as('waiting_since'),
      place: (timed ? inMilliseconds<number>(column) : sql<number>`${column}::float8`).as('place'),
    })
    .from(tickets)
    .where(and(ticketVisibility(reader.actor), conditions(filter, reader), where))
    .orderBy(...orderBy)
    .limit(limit)
    .as('page');
  // Names are looked up row by row: joined, Postgres would think longer about the order of the joins than all of it takes.
  const rows = await db
    .select({
      number: page.number,
      subject: page.subject,
      status: page.status,
      typeKey: page.typeKey,
      criticality: page.criticality,
      createdAt: page.createdAt,
      lastActivityAt: page.lastActivityAt,
      dueAt: page.dueAt,
      dueClock: page.dueClock,
      snoozedUntil: page.snoozedUntil,
      requesterName: sql<string>`(select u.name from ${users} u where u.id = page.requester_id)`,
      organisationName: sql<string | null>`(select o.name from ${organisations} o where o.id = page.organisation_id)`,
      assigneeId: page.assigneeId,
      assigneeName: sql<string | null>`(select u.name from ${users} u where u.id = page.assignee_id)`,
      teamId: page.teamId,
      tags: sql<
        string[]
      >`array(select g.name from ${ticketTags} f join ${tags} g on g.id = f.tag_id where f.ticket_id = page.id order by lower(g.name))`,
      answeredAt: page.answeredAt,
      waitingSince: page.waitingSince,
      unread: newToAgent(reader.actor.id),
      recapDue: sql<boolean>`exists (select from ${ticketCalls} c where c.ticket_id = page.id and c.state = 'chosen' and c.chosen_at <= ${instantBound(reader.now.getTime())})`,
      place: page.place,
    })
    .from(page)
    .leftJoin(ticketReads, and(eq(ticketReads.ticketId, page.id), eq(ticketReads.userId, reader.actor.id)))
    .orderBy(way(page.place), way(page.number));
  const { rows: found, ...turns } = pageOf(rows, part, ({ place, number }): ListPlace => [Math.round(place), number]);
  return { ...turns, rows: await withHouseNames(db, found) };
};

/** What waits for the desk, and not for somebody else. */
const FOR_THE_DESK = OPEN_STATUSES.filter((status) => STATUS_RULES[status].clock === 'runs');

/** The number of the most urgent and then oldest request that is somebody's own, or nobody's in their teams; not `except`. */
export const nextForAgent = async (db: Reader, actor: UserActor, except: number | null): Promise<number | null> => {
  const first = await remembered('desk', `next for ${actor.id} ${actor.role}`, db, async () =>
    db
      .select({ number: tickets.number })
      .from(tickets)
      .where(
        and(
          stillToDo(),
          inArray(tickets.status, FOR_THE_DESK),
          isNull(tickets.snoozedUntil),
          or(eq(tickets.assigneeId, actor.id), and(isNull(tickets.assigneeId), ofOwnTeams(actor))),
          ticketVisibility(actor),
        ),
      )
      .orderBy(asc(tickets.priority), asc(tickets.number))
      .limit(2),
  );
  return first.find(({ number }) => number !== except)?.number ?? null;
};

/** Whether a filter holds the same requests for all of the desk. */
const isSameForAll = ({ assignee, team }: DeskFilter): boolean => assignee !== 'me' && team !== 'mine';

/**
 * How many requests each of some filters holds, counted up to `MOST_COUNTED`: filters that hold more than what is still
 * to be done must not be asked for (`isCounted`). What is the same for all of the desk is counted once for all of it.
 */
export const countDeskViews = async (
  db: Reader,
  filters: readonly DeskFilter[],
  reader: DeskReader,
): Promise<readonly number[]> => {
  const { id, role, timeZone } = reader.actor;
  const groups = [
    { name: `of ${role}`, group: filters.filter(isSameForAll) },
    { name: `of ${id} ${role}`, group: filters.filter((filter) => !isSameForAll(filter)) },
  ];
  const counted = await Promise.all(
    groups.map(async ({ name, group }) => {
      const counts = await remembered('desk', `views ${name} ${timeZone} ${JSON.stringify(group)}`, db, () =>
        readDeskCounts(db, group, reader),
      );
      return group.map((filter, index) => [filter, counts[index] ?? 0] as const);
    }),
  );
  const countOf = new Map(counted.flat());
  return filters.map((filter) => countOf.get(filter) ?? 0);
};

const readDeskCounts = async (
  db: Reader,
  filters: readonly DeskFilter[],
  reader: DeskReader,
): Promise<readonly number[]> => {
  if (filters.length === 0) return [];
  // Each view by itself, since it need not be read further than it is counted, and by the index that fits it.
  const counts = filters.map(
    (filter, index) =>
      sql`(select count(*)::int from (select from ${tickets} where ${and(conditions(filter, reader), ticketVisibility(reader.actor))} limit ${sql.raw(String(MOST_COUNTED))}) v) as ${sql.raw(`c${index}`)}`,
  );
  const [row] = await db.execute<Record<string, number>>(sql`select ${sql.join(counts, sql`, `)}`);
  return filters.map((_, index) => row?.[`c${index}`] ?? 0);
};
