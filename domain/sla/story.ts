import type { ClockKind, TicketEvent } from '../tickets/history';
import { type ClosingReason, withoutVerdict } from '../tickets/moves';
import { type Party, STATUS_RULES, type TicketStatus } from '../tickets/status';
import type { Break } from './work-time';

/** Why a clock stands still. */
export const PAUSE_REASONS = ['waiting_customer', 'waiting_partner', 'resolved', 'incomplete'] as const;
export type PauseReason = (typeof PAUSE_REASONS)[number];

export type Pause = Break & { reason: PauseReason };

/** What a clock is reckoned from: all of it facts, nothing of it depends on calendars or policies. Epoch milliseconds. */
export type ClockStory = {
  kind: ClockKind;
  /** Counts the clocks of a kind from 1: each unanswered message has its own. */
  turn: number;
  /** When the thing began to be waited for. */
  since: number;
  /** When the clock began to run; `null` while the report is not complete, or not reproduced. */
  startedAt: number | null;
  /** What it still waits for before it runs. */
  awaits: 'complete' | 'reproducible' | null;
  /** When it ended, by being kept (`fulfilled`) or because nobody needs it any more (`stopped`). */
  settled: { at: number; how: 'fulfilled' | 'stopped' } | null;
  pauses: Pause[];
};

type Moved = Extract<TicketEvent, { kind: 'moved' }>;

const partyOf = (event: Moved, openedBy: string | null): Party => {
  if (event.data.by) return event.data.by;
  if (event.actorId === null) return 'system';
  return event.actorId === openedBy ? 'requester' : 'agent';
};

const pauseReasonOf = (status: TicketStatus): PauseReason | null => {
  const { clock } = STATUS_RULES[status];
  if (clock === 'runs') return null;
  if (clock === 'stopped') return 'resolved';
  return status === 'waiting_partner' ? 'waiting_partner' : 'waiting_customer';
};

/** An on-and-off condition over time: the stretches in which it held, sorted. */
type Stretch = { from: number; to: number | null };

const endLast = (stretches: Stretch[], at: number): void => {
  const last = stretches.at(-1);
  if (last && last.to === null) last.to = at;
};

const statusPauses = (events: readonly TicketEvent[]): Pause[] => {
  const pauses: Pause[] = [];
  for (const event of events) {
    if (event.kind !== 'moved') continue;
    const reason = pauseReasonOf(event.data.to);
    const last = pauses.at(-1);
    if (last && last.to === null) {
      if (last.reason === reason) continue;
      last.to = event.at;
    }
    if (reason) pauses.push({ from: event.at, to: null, reason });
  }
  return pauses.filter((pause) => pause.to === null || pause.to > pause.from);
};

/** When the conditions of a start held; a report is complete until somebody says that something is missing. */
const readiness = (events: readonly TicketEvent[], needsReproduction: boolean): Stretch[] => {
  const marks = { complete: true, reproducible: !needsReproduction };
  const stretches: Stretch[] = [];
  for (const event of events) {
    if (event.kind === 'marked' && (event.data.mark === 'complete' || needsReproduction)) {
      marks[event.data.mark] = event.data.on;
    }
    const ready = marks.complete && marks.reproducible;
    const last = stretches.at(-1);
    const was = last !== undefined && last.to === null;
    if (ready && !was) stretches.push({ from: event.at, to: null });
    if (!ready && was) endLast(stretches, event.at);
  }
  return stretches.filter((stretch) => stretch.to === null || stretch.to > stretch.from);
};

const gapsBetween = (stretches: readonly Stretch[]): Pause[] =>
  stretches.flatMap((stretch, index) => {
    if (stretch.to === null) return [];
    return [{ from: stretch.to, to: stretches[index + 1]?.from ?? null, reason: 'incomplete' as const }];
  });

/** Pauses in order; a clock that stands still for two reasons stands still once, for the one that came first. */
const merged = (pauses: readonly Pause[]): Pause[] => {
  const whole: Pause[] = [];
  for (const pause of [...pauses].sort((a, b) => a.from - b.from)) {
    const last = whole.at(-1);
    const lastEnd = last ? (last.to ?? Number.POSITIVE_INFINITY) : Number.NEGATIVE_INFINITY;
    const end = pause.to ?? Number.POSITIVE_INFINITY;
    if (end <= lastEnd) continue;
    whole.push({ ...pause, from: Math.max(pause.from, lastEnd) });
  }
  return whole;
};

type Facts = {
  events: readonly TicketEvent[];
  openedBy: string | null;
  openedAt: number;
  needsReproduction: boolean;
};

const begin = (
  facts: Facts,
  since: number,
  needsReproduction: boolean,
): Pick<ClockStory, 'startedAt' | 'awaits' | 'pauses' | 'since'> => {
  const ready = readiness(facts.events, needsReproduction);
  const first = ready.find((stretch) => stretch.to === null || stretch.to > since);
  const startedAt = first ? Math.max(first.from, since) : null;
  const marks = facts.events.filter((event) => event.kind === 'marked');
  const complete = marks.filter((event) => event.data.mark === 'complete').at(-1)?.data.on ?? true;
  const pauses = startedAt === null ? [] : merged([...statusPauses(facts.events), ...gapsBetween(ready)]);
  return {
    since,
    startedAt,
    awaits: startedAt !== null ? null : complete ? 'reproducible' : 'complete',
    pauses: pauses.filter((pause) => startedAt !== null && (pause.to ?? Number.POSITIVE_INFINITY) > startedAt),
  };
};

const stopsAt = (event: Moved): boolean => STATUS_RULES[event.data.to].clock === 'stopped';

/** Until it is settled only: what happens later is no longer about this clock. */
const settle = (story: ClockStory): ClockStory => {
  const { settled } = story;
  if (!settled) return story;
  const pauses = story.pauses.filter((pause) => pause.from < settled.at);
  return { ...story, pauses };
};

const takenStory = (facts: Facts): ClockStory => {
  let settled: ClockStory['settled'] = null;
  for (const event of facts.events) {
    if (settled) break;
    if (event.kind === 'replied' && event.data.side === 'agent') settled = { at: event.at, how: 'fulfilled' };
    if (event.kind === 'assigned' && event.data.assigneeId) settled = { at: event.at, how: 'fulfilled' };
    if (event.kind !== 'moved') continue;
    const party = partyOf(event, facts.openedBy);
    const verdict = !(event.data.to === 'closed' && withoutVerdict(event.data.reason ?? null));
    if (party === 'agent' && verdict) settled = { at: event.at, how: 'fulfilled' };
    else if (stopsAt(event)) settled = { at: event.at, how: 'stopped' };
  }
  return settle({ kind: 'taken', turn: 1, ...begin(facts, facts.openedAt, false), settled });
};

const answerStories = (facts: Facts, takenAt: number | null): ClockStory[] => {
  const stories: ClockStory[] = [];
  const open = () => stories.find((story) => story.settled === null);
  for (const event of facts.events) {
    const waiting = open();
    if (event.kind === 'replied' && event.data.side === 'agent' && waiting) {
      waiting.settled = { at: event.at, how: 'fulfilled' };
    } else if (event.kind === 'replied' && event.data.side === 'requester' && !waiting) {
      if (takenAt === null || event.at < takenAt) continue;
      stories.push({ kind: 'answer', turn: stories.length + 1, ...begin(facts, event.at, false), settled: null });
    } else if (event.kind === 'moved' && stopsAt(event) && waiting) {
      waiting.settled = { at: event.at, how: 'stopped' };
    }
  }
  return stories.map(settle);
};

const resolutionStory = (facts: Facts): ClockStory => {
  let settled: ClockStory['settled'] = null;
  for (const event of facts.events) {
    if (event.kind !== 'moved') continue;
    if (!stopsAt(event)) settled = null;
    else {
      const reason: ClosingReason | null = event.data.reason ?? null;
      // Closed after it was resolved: the resolution counts, unless it turns out that there was nothing to resolve.
      const how = event.data.to === 'closed' && withoutVerdict(reason) ? 'stopped' : 'fulfilled';
      settled = settled ? { at: settled.at, how } : { at: event.at, how };
    }
  }
  return settle({
    kind: 'resolution',
    turn: 1,
    ...begin(facts, facts.openedAt, facts.needsReproduction),
    settled,
  });
};

/**
 * Reads the clocks of a request off its history, oldest fact first: taken in charge once, each first unanswered message
 * of the customer, and the resolution, which runs on when a request is reopened (the time it stood resolved is a pause).
 * `needsReproduction` holds the resolution back until the desk has seen the problem for itself.
 */
export const clockStories = (events: readonly TicketEvent[], needsReproduction: boolean): ClockStory[] => {
  const [opened] = events;
  if (opened?.kind !== 'opened') throw new RangeError('a history begins with its opening');
  const facts: Facts = { events, openedBy: opened.actorId, openedAt: opened.at, needsReproduction };
  const taken = takenStory(facts);
  return [taken, ...answerStories(facts, taken.settled?.at ?? null), resolutionStory(facts)];
};
