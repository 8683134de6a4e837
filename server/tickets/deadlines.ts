import type { Reader } from '@/db/client';
import { clockRules, listLevels } from '@/db/sla/queries';
import type { Ticket } from '@/db/tickets/queries';
import { type Clock, clocksOf } from '@/domain/sla/clocks';
import { type Explanation, explain } from '@/domain/sla/explanation';
import { standing, type TicketEvent } from '@/domain/tickets/history';

type Told = Pick<
  Clock,
  'kind' | 'turn' | 'state' | 'target' | 'startedAt' | 'settledAt' | 'due' | 'awaits' | 'pausedFor' | 'used'
>;

/** A deadline as a page shows it, with how it came about. Instants in epoch milliseconds. */
export type Deadline = Told & { explanation: Explanation };

const told = ({ kind, turn, state, target, startedAt, settledAt, due, awaits, pausedFor, used }: Clock): Told => ({
  kind,
  turn,
  state,
  target,
  startedAt,
  settledAt,
  due,
  awaits,
  pausedFor,
  used,
});

/** The last answer that is waited for says all that a reader wants to know of those before it. */
const worthTelling = (clocks: readonly Clock[]): Clock[] =>
  clocks.filter((clock) => {
    if (clock.kind !== 'answer') return true;
    return clock.turn === Math.max(...clocks.filter(({ kind }) => kind === 'answer').map(({ turn }) => turn));
  });

/** The deadlines of a request as of `now`, with the level they come from. Both sides are told the same facts. */
export const deadlinesOf = async (
  db: Reader,
  ticket: Pick<Ticket, 'typeKey' | 'criticality'>,
  history: readonly TicketEvent[],
  now: Date,
): Promise<{ deadlines: Deadline[]; needsReproduction: boolean; levels: Awaited<ReturnType<typeof listLevels>> }> => {
  const [rules, levels] = await Promise.all([clockRules(db, ticket.typeKey, ticket.criticality), listLevels(db)]);
  const clocks = worthTelling(clocksOf(standing(history), rules, now.getTime()));
  const deadlines = clocks.map((clock) => ({
    ...told(clock),
    explanation: explain(clock, rules, now.getTime()),
  }));
  return { deadlines, levels, needsReproduction: rules.needsReproduction };
};
