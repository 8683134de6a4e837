import type { ClockKind, TicketEvent } from '../tickets/history';
import { type PolicyTargets, WARNING_SHARE } from './policy';
import { type ClockStory, clockStories, type Pause, type PauseReason } from './story';
import { dueOf, type Reckoning, shareUsed, type Target, timeOf } from './targets';
import { spent } from './work-time';

/** How a clock stands. `late` has passed its target and still runs; `missed` was settled after it. */
export type ClockState = 'waiting' | 'running' | 'paused' | 'late' | 'kept' | 'missed' | 'stopped' | 'open';

/** How a clock ended: in time, after its time, or because nobody needed it any more. */
export const CLOCK_OUTCOMES = ['kept', 'missed', 'stopped'] as const;
export type ClockOutcome = (typeof CLOCK_OUTCOMES)[number];

/** How a clock ended; `null` while it has not. */
export const outcomeOf = ({ state }: Pick<Clock, 'state'>): ClockOutcome | null =>
  CLOCK_OUTCOMES.find((outcome) => outcome === state) ?? null;

/** A deadline of a request, as of one instant. All instants in epoch milliseconds. */
export type Clock = {
  kind: ClockKind;
  turn: number;
  target: Target;
  /** `open` is best effort: it runs towards nothing. `waiting` has not begun to run. */
  state: ClockState;
  since: number;
  startedAt: number | null;
  awaits: ClockStory['awaits'];
  settledAt: number | null;
  /** `null` while it is paused, has not begun, or promises nothing. */
  due: number | null;
  /** When little time is left; `null` where there is no due. */
  warnAt: number | null;
  /** How much of the target is used; 1 is all of it. */
  used: number;
  /** Time by which the target counts, in milliseconds: how much has run, and by how much it is late. */
  ran: number;
  lateBy: number;
  pausedFor: PauseReason | null;
  pauses: readonly Pause[];
};

const pausedAt = (pauses: readonly Pause[], at: number): Pause | undefined =>
  pauses.find((pause) => pause.from <= at && (pause.to === null || pause.to > at));

const stateOf = (story: ClockStory, target: Target, due: number | null, paused: boolean, now: number): ClockState => {
  const { settled, startedAt } = story;
  if (settled) {
    if (settled.how === 'stopped') return 'stopped';
    return due !== null && settled.at > due ? 'missed' : 'kept';
  }
  if (startedAt === null) return 'waiting';
  if (due !== null && now > due) return 'late';
  if (paused) return 'paused';
  return target.kind === 'bestEffort' ? 'open' : 'running';
};

/** Reckons one clock as of `now`. */
export const reckon = (story: ClockStory, target: Target, reckoning: Reckoning, now: number): Clock => {
  const { kind, turn, since, startedAt, awaits, settled, pauses } = story;
  const end = settled?.at ?? now;
  const due = startedAt === null ? null : dueOf(target, startedAt, pauses, reckoning);
  const warnAt = startedAt === null ? null : dueOf(target, startedAt, pauses, reckoning, WARNING_SHARE);
  const paused = settled ? undefined : pausedAt(pauses, now);
  const time = timeOf(target, reckoning);
  const began = startedAt !== null && startedAt < end;
  return {
    kind,
    turn,
    target,
    state: stateOf(story, target, due, paused !== undefined, now),
    since,
    startedAt,
    awaits,
    settledAt: settled?.at ?? null,
    due,
    warnAt,
    used: began ? shareUsed(target, startedAt, end, pauses, reckoning) : 0,
    ran: began ? spent(time, startedAt, end, pauses) : 0,
    lateBy: due !== null && end > due ? spent(time, due, end, pauses) : 0,
    pausedFor: paused?.reason ?? null,
    pauses,
  };
};

/** What the clocks of a request are reckoned by. */
export type ClockRules = Reckoning & { targets: PolicyTargets; needsReproduction: boolean };

/** All clocks of a request as of `now`, from its history, oldest fact first. */
export const clocksOf = (events: readonly TicketEvent[], rules: ClockRules, now: number): Clock[] =>
  clockStories(events, rules.needsReproduction).map((story) => reckon(story, rules.targets[story.kind], rules, now));

/**
 * The deadline that comes first among those that run or are late; what the lists of a desk show. It depends on facts
 * alone, not on the instant the clocks were reckoned for: while a clock is paused it has no due.
 */
export const nextDeadline = (clocks: readonly Clock[]): Clock | null =>
  clocks
    .filter((clock) => clock.settledAt === null && clock.due !== null)
    .sort((a, b) => (a.due ?? 0) - (b.due ?? 0))[0] ?? null;
