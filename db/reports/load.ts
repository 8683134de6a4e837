import { sql } from 'drizzle-orm';
import type { Reader } from '../client';
import { isDeskAnswer, isEnding, stillToDo, ticketEvents, tickets } from '../tickets/schema';
import { counted, factTables, inPeriod, nowOf, type ReportScope, stands, withRoom } from './scope';

/** What a team has to do now, and what came and went in the period; `teamId` is `null` for what has no team. */
export type TeamLoad = {
  teamId: string | null;
  open: number;
  unassigned: number;
  late: number;
  opened: number;
  resolved: number;
};

/** What somebody of the desk has to do now, and what they did in the period. */
export type AgentLoad = { userId: string; open: number; late: number; answers: number; resolved: number };

const LATE = (scope: ReportScope) => sql`${tickets.dueAt} < ${nowOf(scope)}`;

/** The load of each team that has any. Requests count for the team that has them now. */
export const teamLoads = async (db: Reader, scope: ReportScope): Promise<TeamLoad[]> =>
  withRoom(db, async (tx) => [
    ...(await tx.execute<TeamLoad>(sql`
    with ${factTables(scope)}, facts as (
      select ${tickets.teamId} as team, 1 as open, (${tickets.assigneeId} is null)::int as unassigned,
        coalesce(${LATE(scope)}, false)::int as late, 0 as opened, 0 as resolved
      from ${tickets} where ${stillToDo()} and ${counted(scope)}
      union all
      select ${tickets.teamId}, 0, 0, 0, 1, 0 from ${tickets}
      where ${inPeriod(sql`${tickets.createdAt}`, scope)} and ${counted(scope)}
      union all
      select ${tickets.teamId}, 0, 0, 0, 0, 1
      from ${ticketEvents} join ${tickets} on ${tickets.id} = ${ticketEvents.ticketId}
      where ${isEnding()} and ${stands(scope)}
    )
    select team as "teamId", sum(open)::int as open, sum(unassigned)::int as unassigned, sum(late)::int as late,
      sum(opened)::int as opened, sum(resolved)::int as resolved
    from facts group by 1`)),
  ]);

/** The load of each person of the desk who has any: open requests by who has them now, answers and resolutions by who made them. */
export const agentLoads = async (db: Reader, scope: ReportScope): Promise<AgentLoad[]> =>
  withRoom(db, async (tx) => [
    ...(await tx.execute<AgentLoad>(sql`
    with ${factTables(scope)}, facts as (
      select ${tickets.assigneeId} as person, 1 as open, coalesce(${LATE(scope)}, false)::int as late, 0 as answers, 0 as resolved
      from ${tickets} where ${stillToDo()} and ${tickets.assigneeId} is not null and ${counted(scope)}
      union all
      select ${ticketEvents.actorId}, 0, 0, 1, 0 from ${ticketEvents}
      where ${isDeskAnswer()} and ${ticketEvents.actorId} is not null and ${stands(scope)}
      union all
      select ${ticketEvents.actorId}, 0, 0, 0, 1 from ${ticketEvents}
      where ${isEnding()} and ${ticketEvents.data} ->> 'by' = 'agent' and ${ticketEvents.actorId} is not null
        and ${stands(scope)}
    )
    select person as "userId", sum(open)::int as open, sum(late)::int as late, sum(answers)::int as answers,
      sum(resolved)::int as resolved
    from facts group by 1`)),
  ]);
