import { type SQL, sql } from 'drizzle-orm';
import type { Spread } from '@/domain/reports/figures';
import { type OpenHours, openHoursBetween } from '@/domain/reports/open-hours';
import type { Target } from '@/domain/sla/targets';
import type { ClockKind } from '@/domain/tickets/history';
import type { Reader } from '../client';
import { requestTypes } from '../forms/schema';
import { listCalendars, openTimeOfCalendar } from '../sla/queries';
import { criticalityLevels, policies, policyTargets } from '../sla/schema';
import { tickets } from '../tickets/schema';
import { counted, dayOf, inPeriod, partOf, type ReportScope, withRoom } from './scope';

/**
 * Spreads of a duration: of all requests, of each level (`null` where nobody has graded) with the kinds of what was promised for
 * its requests, each by the policy of its type, of each part of the period.
 */
export type Times = {
  all: Spread;
  levels: (Spread & { level: string | null; promised: Target['kind'][] })[];
  parts: (Spread & { part: string })[];
};

type Calendars = { key: string; hours: OpenHours }[];

/** The hours of every calendar from the oldest request on; as so many columns, so that the database reckons with them. */
const hoursOfCalendars = async (db: Reader, { until }: ReportScope): Promise<Calendars> => {
  const [oldest] = await db.execute<{ at: string | null }>(
    sql`select (extract(epoch from min(${tickets.createdAt})) * 1000)::float8 as at from ${tickets}`,
  );
  const from = Number(oldest?.at ?? until.getTime());
  return Promise.all(
    (await listCalendars(db)).map(async (calendar) => ({
      key: calendar.key,
      hours: openHoursBetween(await openTimeOfCalendar(calendar), from, until.getTime()),
    })),
  );
};

const numbers = (list: readonly number[]): SQL => sql`${`{${list.join(',')}}`}::float8[]`;

const hoursTable = (calendars: Calendars): SQL =>
  calendars.length === 0
    ? sql`select null::text as calendar, '{}'::float8[] as starts, '{}'::float8[] as lengths, '{}'::float8[] as before`
    : sql.join(
        calendars.map(
          ({ key, hours }) =>
            sql`select ${key}::text as calendar, ${numbers(hours.starts)} as starts, ${numbers(hours.lengths)} as lengths, ${numbers(hours.before)} as before`,
        ),
        sql` union all `,
      );

/** Epoch milliseconds. `extract` reckons in decimals, and takes several times as long. */
const msOf = (at: SQL): SQL => sql`round(date_part('epoch', ${at}) * 1000)`;

/** Milliseconds that were open before an instant: what the stretches before hold, and the part of the last one. */
const openBefore = (ms: SQL, place: SQL): SQL =>
  sql`case when hours.calendar is null then null when ${place} = 0 then 0
    else hours.before[${place}] + least(${ms} - hours.starts[${place}], hours.lengths[${place}]) end`;

type Row = {
  level: string | null;
  part: string | null;
  of_level: boolean;
  of_part: boolean;
  count: number;
  wall_median: number | null;
  wall_p90: number | null;
  open_median: number | null;
  open_p90: number | null;
  promised: Target['kind'][] | null;
};

/** What is promised of what nobody has graded. */
const LIGHTEST = sql`(select l.key from ${criticalityLevels} l where l.active order by l.from_severity, l.key limit 1)`;

const spreadOf = (row: Row | undefined): Spread => ({
  count: row?.count ?? 0,
  wall: { median: row?.wall_median ?? null, p90: row?.wall_p90 ?? null },
  open: { median: row?.open_median ?? null, p90: row?.open_p90 ?? null },
});

const percentile = (share: number, column: string): SQL =>
  sql`percentile_cont(${sql.raw(String(share))}) within group (order by ${sql.raw(column)})::float8`;

type Until = { end: SQL; clock: ClockKind; which: SQL };

const timesUntil = async (db: Reader, scope: ReportScope, { end, clock, which }: Until): Promise<Times> => {
  const calendars = await hoursOfCalendars(db, scope);
  const start = sql`${tickets.createdAt}`;
  const statement = sql`
    with hours as materialized (${hoursTable(calendars)}), measured as materialized (
      select ${tickets.criticality} as level, ${partOf(end, scope)} as part,
        ${policyTargets.targets} -> ${clock}::text ->> 'kind' as promised,
        span.until - span.since as wall,
        ${openBefore(sql`span.until`, sql`span.until_at`)} - ${openBefore(sql`span.since`, sql`span.since_at`)} as open
      from ${tickets}
      join ${requestTypes} on ${requestTypes.key} = ${tickets.typeKey}
      left join ${policies} on ${policies.key} = coalesce(${requestTypes.policyKey}, (select p.key from ${policies} p where p.is_default))
      left join hours on hours.calendar = ${policies.calendarKey}
      left join ${policyTargets} on ${policyTargets.policyKey} = ${policies.key}
        and ${policyTargets.levelKey} = coalesce(${tickets.criticality}, ${LIGHTEST})
      -- The offset keeps each stretch from being looked for more than once.
      cross join lateral (select ${msOf(end)} as until, ${msOf(start)} as since,
        width_bucket(${msOf(end)}, hours.starts) as until_at, width_bucket(${msOf(start)}, hours.starts) as since_at offset 0) span
      where ${inPeriod(end, scope)} and ${which} and ${counted(scope)}
    )
    select level, ${dayOf(sql`part`)} as part, grouping(level) = 0 as of_level, grouping(part) = 0 as of_part, count(*)::int as count,
      ${percentile(0.5, 'wall')} as wall_median, ${percentile(0.9, 'wall')} as wall_p90,
      ${percentile(0.5, 'open')} as open_median, ${percentile(0.9, 'open')} as open_p90,
      array_agg(distinct promised) filter (where promised is not null) as promised
    from measured group by grouping sets ((), (level), (part)) order by measured.part`;
  const rows = [...(await withRoom(db, async (tx) => tx.execute<Row>(statement)))];
  return {
    all: spreadOf(rows.find((row) => !row.of_level && !row.of_part)),
    levels: rows
      .filter((row) => row.of_level)
      .map((row) => ({
        level: row.level,
        promised: row.promised ?? [],
        ...spreadOf(row),
      })),
    parts: rows.flatMap((row) => (row.of_part && row.part ? [{ part: row.part, ...spreadOf(row) }] : [])),
  };
};

/** How long requests waited for their first answer, for those that had it in the period. */
export const answerTimes = async (db: Reader, scope: ReportScope): Promise<Times> =>
  timesUntil(db, scope, { end: sql`${tickets.firstAnsweredAt}`, clock: 'taken', which: sql`true` });

/**
 * How long requests took from their opening to the resolution that stands, for those resolved in the period; what goes
 * on elsewhere or was withdrawn says nothing of it. The customer's own time to answer is part of it.
 */
export const resolutionTimes = async (db: Reader, scope: ReportScope): Promise<Times> =>
  timesUntil(db, scope, {
    end: sql`${tickets.resolvedAt}`,
    clock: 'resolution',
    which: sql`(${tickets.closingReason} is null or ${tickets.closingReason} not in ('duplicate', 'merged', 'withdrawn'))`,
  });
