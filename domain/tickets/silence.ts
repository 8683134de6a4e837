import { foldTicket, standing, type TicketEvent } from './history';
import type { ClosingReason } from './moves';
import { STATUS_RULES } from './status';

/** After how many days of silence what happens; all of them settings. */
export type SilenceRules = {
  /** Reminders of a question that nobody answers. */
  firstReminder: number;
  secondReminder: number;
  /** Such a request is closed. */
  close: number;
  /** A resolved request that nobody reopens is closed. */
  closeResolved: number;
};

/** Source: product description, part G. */
export const DEFAULT_SILENCE: SilenceRules = { firstReminder: 10, secondReminder: 15, close: 20, closeResolved: 14 };

/** What silence leads to next. `closesAt` (epoch milliseconds) is what the reminder announces. */
export type SilenceStep = { kind: 'remind'; turn: 1 | 2; closesAt: number } | { kind: 'close'; reason: ClosingReason };

const DAY = 86_400_000;

/** Whether the reminders come before the closing, each later than the one before. */
export const isOrdered = ({ firstReminder, secondReminder, close }: SilenceRules): boolean =>
  firstReminder < secondReminder && secondReminder < close;

type Reminded = Extract<TicketEvent, { kind: 'reminded' }>;

/** Since when the customer has been silent: since they were asked, or since the desk wrote last. */
const silentSince = (events: readonly TicketEvent[], statusSince: number): number =>
  events.reduce(
    (since, event) => (event.kind === 'replied' && event.data.side === 'agent' ? Math.max(since, event.at) : since),
    statusSince,
  );

/** Where a question that nobody answers stands: since when, what was said of it, and when it is closed at the earliest. */
const unanswered = (history: readonly TicketEvent[], statusSince: number, rules: SilenceRules) => {
  const events = standing(history);
  const since = silentSince(events, statusSince);
  const reminders = events.filter((event): event is Reminded => event.kind === 'reminded' && event.at >= since);
  const first = reminders.find(({ data }) => data.turn === 1);
  const second = reminders.find(({ data }) => data.turn === 2);
  const distance = (rules.secondReminder - rules.firstReminder) * DAY;
  const notice = (rules.close - rules.secondReminder) * DAY;
  // What was announced holds, also where the rules have become shorter since.
  const announced = reminders.map(({ data }) => data.closesAt ?? 0);
  const closesFrom = Math.max(since + rules.close * DAY, ...announced, second ? second.at + notice : 0);
  return { since, first, second, distance, notice, closesFrom };
};

/** When what is resolved is closed: as the rules have it, and no earlier than was announced with it. */
const resolvedUntil = (history: readonly TicketEvent[], statusSince: number, rules: SilenceRules): number => {
  const resolved = standing(history).findLast((event) => event.kind === 'moved');
  const announced = resolved?.kind === 'moved' ? (resolved.data.closesAt ?? 0) : 0;
  return Math.max(statusSince + rules.closeResolved * DAY, announced);
};

/**
 * The step that is due for a request as of `now` (epoch milliseconds), or `null`. When nobody looked for a while only the
 * latest step is taken, and nothing is hurried: between the announcement of the closing and the closing there is always
 * as much time as the rules gave, and never less than was announced.
 */
export const silenceStep = (history: readonly TicketEvent[], rules: SilenceRules, now: number): SilenceStep | null => {
  const { status, statusSince } = foldTicket(history);
  const { onSilence } = STATUS_RULES[status];
  if (onSilence === null) return null;
  if (onSilence === 'closed') {
    return now >= resolvedUntil(history, statusSince, rules) ? { kind: 'close', reason: 'solved' } : null;
  }
  const { since, first, second, distance, notice, closesFrom } = unanswered(history, statusSince, rules);
  if (second) return now >= closesFrom ? { kind: 'close', reason: 'no_answer' } : null;
  const secondAt = Math.max(since + rules.secondReminder * DAY, first ? first.at + distance : 0);
  if (now >= secondAt) return { kind: 'remind', turn: 2, closesAt: Math.max(closesFrom, now + notice) };
  if (first || now < since + rules.firstReminder * DAY) return null;
  return { kind: 'remind', turn: 1, closesAt: Math.max(closesFrom, now + distance + notice) };
};

/** When a request is closed if nobody writes (epoch milliseconds), for whoever looks at it; `null` where silence does not end it. */
export const closesInSilence = (history: readonly TicketEvent[], rules: SilenceRules): number | null => {
  const { status, statusSince } = foldTicket(history);
  const { onSilence } = STATUS_RULES[status];
  if (onSilence === null) return null;
  if (onSilence === 'closed') return resolvedUntil(history, statusSince, rules);
  return unanswered(history, statusSince, rules).closesFrom;
};
