import { and, eq, isNull, type SQL, sql } from 'drizzle-orm';
import type { ReportUnit } from '@/domain/reports/filter';
import type { Reader, Tx } from '../client';
import { teamMembers } from '../teams/schema';
import { ticketEvents, tickets } from '../tickets/schema';

/** Which requests and facts a report counts. */
export type ReportScope = {
  /** The period; its end is not included. */
  from: Date;
  until: Date;
  now: Date;
  unit: ReportUnit;
  /** In whose days, weeks and months facts are counted. */
  timeZone: string;
  /** The teams whose requests the reader may know of; `null` is all requests, those without a team too. */
  teamIds: readonly string[] | null;
  /** A team by its id; `none` is without one. */
  team?: string | undefined;
  typeKey?: string | undefined;
};

/** The teams somebody belongs to, by their ids. */
export const teamIdsOf = async (db: Reader, userId: string): Promise<string[]> =>
  (await db.select({ id: teamMembers.teamId }).from(teamMembers).where(eq(teamMembers.userId, userId))).map(
    ({ id }) => id,
  );

const ofTeam = (team: string | undefined): SQL | undefined => {
  if (team === undefined) return undefined;
  return team === 'none' ? isNull(tickets.teamId) : eq(tickets.teamId, team);
};

/** The requests a report counts: spam is no work, and what the reader may not know of is not there. */
export const counted = ({ teamIds, team, typeKey }: ReportScope): SQL =>
  sql`${and(
    sql`${tickets.closingReason} is distinct from 'spam'`,
    teamIds === null ? undefined : sql`${tickets.teamId} = any(${`{${teamIds.join(',')}}`}::uuid[])`,
    ofTeam(team),
    typeKey === undefined ? undefined : eq(tickets.typeKey, typeKey),
  )}`;

const instant = (at: Date): SQL => sql`${at.toISOString()}::timestamptz`;

/** Whether an instant lies in the period. */
export const inPeriod = (column: SQL, { from, until }: ReportScope): SQL =>
  sql`(${column} >= ${instant(from)} and ${column} < ${instant(until)})`;

/** The instant from which a report is looked at. */
export const nowOf = ({ now }: ReportScope): SQL => instant(now);

/** The part of the period that an instant lies in, to group by. */
export const partOf = (column: SQL, { unit, timeZone }: ReportScope): SQL =>
  sql`date_trunc(${sql.raw(`'${unit}'`)}, ${column} at time zone ${timeZone}::text)`;

/** The first day of a part as `YYYY-MM-DD`; written once a part, since writing costs more than grouping. */
export const dayOf = (part: SQL): SQL => sql`to_char(${part}, 'YYYY-MM-DD')`;

const isNarrowed = ({ teamIds, team, typeKey }: ReportScope): boolean =>
  teamIds !== null || team !== undefined || typeKey !== undefined;

/**
 * Tables for a `with`, by which `stands` tells what counts. `undone` are the facts that were taken back: they stand in the
 * history by their place in it, and only histories in which something was taken back since the period began are gone
 * through, each by its index. `sought` are the requests that a report counts or, where it counts all of them, spam: gathered
 * once, since Postgres would otherwise look up the request of each fact.
 */
export const factTables = (scope: ReportScope): SQL => sql`
  sought as materialized (
    select ${tickets.id} as id from ${tickets} where ${isNarrowed(scope) ? counted(scope) : sql`${tickets.closingReason} = 'spam'`}
  ),
  takings as materialized (
    select ${ticketEvents.ticketId} as ticket_id, place.value::int as place
    from ${ticketEvents} cross join lateral jsonb_array_elements_text(${ticketEvents.data} -> 'facts') place(value)
    where ${ticketEvents.kind} = 'undone' and ${ticketEvents.at} >= ${instant(scope.from)}
  ),
  undone as materialized (
    select facts.id from (select distinct takings.ticket_id from takings) told cross join lateral (
      select ${ticketEvents.id} as id, row_number() over (order by ${ticketEvents.id}) - 1 as place
      from ${ticketEvents} where ${ticketEvents.ticketId} = told.ticket_id
    ) facts join takings on takings.ticket_id = told.ticket_id and takings.place = facts.place
  )`;

/** A fact of the period that counts still, of a request that a report counts; needs `factTables`. */
export const stands = (scope: ReportScope): SQL =>
  sql`${inPeriod(sql`${ticketEvents.at}`, scope)} and not exists (select 1 from undone where undone.id = ${ticketEvents.id})
    and ${sql.raw(isNarrowed(scope) ? '' : 'not')} exists (select 1 from sought where sought.id = ${ticketEvents.ticketId})`;

/** Reads tens of thousands of rows with room to sort them in memory. */
export const withRoom = async <Answer>(db: Reader, read: (tx: Tx) => Promise<Answer>): Promise<Answer> =>
  db.transaction(async (tx) => {
    await tx.execute(sql`set local work_mem = '32MB'`);
    return read(tx);
  });
