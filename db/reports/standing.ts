import { sql } from 'drizzle-orm';
import { AGE_DAYS } from '@/domain/reports/figures';
import type { Rating } from '@/domain/tickets/rating';
import type { TicketStatus } from '@/domain/tickets/status';
import type { Reader } from '../client';
import { stillToDo, ticketEvents, tickets } from '../tickets/schema';
import { counted, factTables, nowOf, type ReportScope, stands } from './scope';

const BOUNDS = sql.raw(`'{${AGE_DAYS.join(',')}}'::float8[]`);

/** Requests that are still to be done now, by their status and the place of their age among `AGES`. */
export const backlog = async (
  db: Reader,
  scope: ReportScope,
): Promise<{ status: TicketStatus; age: number; count: number }[]> => [
  ...(await db.execute<{ status: TicketStatus; age: number; count: number }>(sql`
    select ${tickets.status} as status, count(*)::int as count,
      width_bucket((extract(epoch from ${nowOf(scope)} - ${tickets.createdAt}) / 86400)::float8, ${BOUNDS}) as age
    from ${tickets} where ${stillToDo()} and ${counted(scope)} group by 1, 3`)),
];

/** What requesters said in the period: the last word of each of them. */
export const ratings = async (db: Reader, scope: ReportScope): Promise<{ rating: Rating; count: number }[]> => [
  ...(await db.execute<{ rating: Rating; count: number }>(sql`
    with ${factTables(scope)}, said as (
      select distinct on (${ticketEvents.ticketId}) ${ticketEvents.data} ->> 'rating' as rating
      from ${ticketEvents}
      where ${ticketEvents.kind} = 'rated' and ${stands(scope)}
      order by ${ticketEvents.ticketId}, ${ticketEvents.id} desc
    )
    select rating, count(*)::int as count from said group by 1`)),
];
