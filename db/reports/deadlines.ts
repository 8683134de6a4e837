import { sql } from 'drizzle-orm';
import type { Kept } from '@/domain/reports/figures';
import type { ClockKind } from '@/domain/tickets/history';
import type { Reader } from '../client';
import { ticketClocks, tickets } from '../tickets/schema';
import { counted, inPeriod, nowOf, type ReportScope, withRoom } from './scope';

/** Deadlines of a level (`null` where nobody has graded), by what was promised. */
export type DeadlineRow = Kept & { level: string | null; clock: ClockKind };

/**
 * Deadlines that ended in the period, kept or missed, and those that are late now. What nothing was promised for, and
 * what nobody needed any more, is neither.
 */
export const deadlines = async (db: Reader, scope: ReportScope): Promise<DeadlineRow[]> =>
  withRoom(db, async (tx) => [
    ...(await tx.execute<DeadlineRow>(sql`
    select ${tickets.criticality} as level, ${ticketClocks.kind} as clock,
      count(*) filter (where ${ticketClocks.outcome} = 'kept')::int as kept,
      count(*) filter (where ${ticketClocks.outcome} = 'missed')::int as missed,
      count(*) filter (where ${ticketClocks.settledAt} is null)::int as late
    from (
      select * from ${ticketClocks} where ${inPeriod(sql`${ticketClocks.settledAt}`, scope)}
        and ${ticketClocks.dueAt} is not null and ${ticketClocks.outcome} in ('kept', 'missed')
      union all
      select * from ${ticketClocks} where ${ticketClocks.settledAt} is null and ${ticketClocks.dueAt} < ${nowOf(scope)}
    ) ${ticketClocks} join ${tickets} on ${tickets.id} = ${ticketClocks.ticketId}
    where ${counted(scope)} group by 1, 2`)),
  ]);
