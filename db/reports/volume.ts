import { sql } from 'drizzle-orm';
import type { Reader } from '../client';
import { isEnding, isReopening, ticketEvents, tickets } from '../tickets/schema';
import { counted, dayOf, factTables, inPeriod, partOf, type ReportScope, stands } from './scope';

/** What came in, what was done and what came back in one part of the period, by its first day. */
export type VolumeRow = { part: string; opened: number; resolved: number; reopened: number };

/**
 * How many requests were opened, resolved or closed, and taken up again, for each part of the period in which there were
 * any. A request that is resolved twice counts twice, and once as taken up again: what is open at the end is what was
 * open before, plus opened, minus resolved, plus reopened.
 */
export const volume = async (db: Reader, scope: ReportScope): Promise<VolumeRow[]> => [
  ...(await db.execute<VolumeRow>(sql`
    with ${factTables(scope)}, facts as (
      select 'opened' as what, ${tickets.createdAt} as at from ${tickets}
      where ${inPeriod(sql`${tickets.createdAt}`, scope)} and ${counted(scope)}
      union all
      select 'resolved', ${ticketEvents.at} from ${ticketEvents}
      where ${isEnding()} and ${stands(scope)}
      union all
      select 'reopened', ${ticketEvents.at} from ${ticketEvents}
      where ${isReopening()} and ${stands(scope)}
    ), parts as (
      select ${partOf(sql`facts.at`, scope)} as part,
        count(*) filter (where what = 'opened')::int as opened,
        count(*) filter (where what = 'resolved')::int as resolved,
        count(*) filter (where what = 'reopened')::int as reopened
      from facts group by 1
    )
    select ${dayOf(sql`part`)} as part, opened, resolved, reopened from parts order by 1`)),
];
