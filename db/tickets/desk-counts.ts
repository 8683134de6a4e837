import { and, asc, eq, inArray, isNull, or, sql } from 'drizzle-orm';
import type { UserActor } from '@/domain/access/actor';
import { type DeskFilter, OPEN_STATUSES } from '@/domain/tickets/desk-list';
import { MOST_COUNTED } from '@/domain/tickets/list';
import { STATUS_RULES } from '@/domain/tickets/status';
import type { Reader } from '../client';
import { remembered } from '../remembered';
import { type DeskReader, deskConditions, ofOwnTeams } from './desk-filter';
import { stillToDo, tickets } from './schema';
import { ticketVisibility } from './visibility';

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
      sql`(select count(*)::int from (select from ${tickets} where ${and(deskConditions(filter, reader), ticketVisibility(reader.actor))} limit ${sql.raw(String(MOST_COUNTED))}) v) as ${sql.raw(`c${index}`)}`,
  );
  const [row] = await db.execute<Record<string, number>>(sql`select ${sql.join(counts, sql`, `)}`);
  return filters.map((_, index) => row?.[`c${index}`] ?? 0);
};
