import { and, asc, eq, ilike, inArray, isNotNull, isNull, or, type SQL, sql } from 'drizzle-orm';
import type { UserActor } from '@/domain/access/actor';
import type { LocalisedText } from '@/domain/people/localised';
import { beginningOf, type DeskFilter, type DeskSort, dueBefore, OPEN_STATUSES } from '@/domain/tickets/desk-list';
import { type ListPlace, MOST_COUNTED, soughtNumber } from '@/domain/tickets/list';
import { STATUS_RULES } from '@/domain/tickets/status';
import type { Reader } from '../client';
import { requestTypes } from '../forms/schema';
import { cut, instantBound, type Part, pageOf } from '../keyset';
import { containing } from '../like';
import { organisations, users } from '../people/schema';
import { remembered } from '../remembered';
import { criticalityLevels } from '../sla/schema';
import { teamMembers, teams } from '../teams/schema';
import { heldBy } from './calls';
import { ticketCalls } from './calls-schema';
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

/** Requests of the desk's list, with the value each is sorted by. */
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
      place: (timed ? sql<number>`(extract(epoch from ${column}) * 1000)::float8` : sql<number>`${column}::float8`).as(
        'place',
      ),
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
      typeName: sql<LocalisedText>`(select t.name from ${requestTypes} t where t.key = page.type_key)`,
      levelName: sql<LocalisedText | null>`(select l.name from ${criticalityLevels} l where l.key = page.criticality)`,
      severity: sql<number | null>`(select l.from_severity from ${criticalityLevels} l where l.key = page.criticality)`,
      createdAt: page.createdAt,
      lastActivityAt: page.lastActivityAt,
      dueAt: page.dueAt,
      dueClock: page.dueClock,
      snoozedUntil: page.snoozedUntil,
      requesterName: sql<string>`(select u.name from ${users} u where u.id = page.requester_id)`,
      organisationName: sql<string | null>`(select o.name from ${organisations} o where o.id = page.organisation_id)`,
      assigneeId: page.assigneeId,
      assigneeName: sql<string | null>`(select u.name from ${users} u where u.id = page.assignee_id)`,
      teamName: sql<LocalisedText | null>`(select t.name from ${teams} t where t.id = page.team_id)`,
      tags: sql<
        string[]
      >`array(select g.name from ${ticketTags} f join ${tags} g on g.id = f.tag_id where f.ticket_id = page.id order by lower(g.name))`,
      recapDue: sql<boolean>`exists (select from ${ticketCalls} c where c.ticket_id = page.id and c.state = 'chosen' and c.chosen_at <= ${instantBound(reader.now.getTime())})`,
      place: page.place,
    })
    .from(page)
    .orderBy(way(page.place), way(page.number));
  return pageOf(rows, part, ({ place, number }): ListPlace => [Math.round(place), number]);
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

/**
 * How many requests each of some filters holds, counted up to `MOST_COUNTED`, in one reading of what is still to be
 * done: filters that hold more than that must not be asked for (`isCounted`).
 */
export const countDeskViews = (
  db: Reader,
  filters: readonly DeskFilter[],
  reader: DeskReader,
): Promise<readonly number[]> =>
  remembered('desk', `views ${reader.actor.id} ${reader.actor.timeZone} ${JSON.stringify(filters)}`, db, () =>
    readDeskCounts(db, filters, reader),
  );

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
