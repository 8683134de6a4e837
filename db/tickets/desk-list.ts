import { and, eq, type SQL, sql } from 'drizzle-orm';
import type { DeskFilter, DeskSort } from '@/domain/tickets/desk-list';
import type { ListPlace } from '@/domain/tickets/list';
import type { Reader } from '../client';
import { cut, instantBound, type Part, pageOf } from '../keyset';
import { organisations, users } from '../people/schema';
import { ticketCalls } from './calls-schema';
import { type DeskReader, deskConditions } from './desk-filter';
import { ticketReads } from './following-schema';
import { houseNames } from './house-names';
import { newToAgent } from './news-to-agent';
import { NO_DEADLINE, tickets } from './schema';
import { tags, ticketTags } from './tags-schema';
import { ticketVisibility } from './visibility';

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
    .where(and(ticketVisibility(reader.actor), deskConditions(filter, reader), where))
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
  const names = await houseNames(db);
  return {
    ...turns,
    rows: found.map((row) => {
      const level = names.level(row.criticality);
      return {
        number: row.number,
        subject: row.subject,
        status: row.status,
        typeName: names.type(row.typeKey),
        levelName: level?.name ?? null,
        severity: level?.fromSeverity ?? null,
        createdAt: row.createdAt,
        lastActivityAt: row.lastActivityAt,
        dueAt: row.dueAt,
        dueClock: row.dueClock,
        snoozedUntil: row.snoozedUntil,
        requesterName: row.requesterName,
        organisationName: row.organisationName,
        assigneeId: row.assigneeId,
        assigneeName: row.assigneeName,
        teamName: names.team(row.teamId),
        tags: row.tags,
        answeredAt: row.answeredAt,
        waitingSince: row.waitingSince,
        unread: row.unread,
        recapDue: row.recapDue,
      };
    }),
  };
};
