import type { LocalisedText } from '../people/localised';
import type { Clock } from './clocks';
import type { PauseReason } from './story';
import { countsWork, type Reckoning, timeOf } from './targets';
import { spent } from './work-time';

/** One line of a clock's story. Durations in milliseconds of the time by which the target counts. */
export type Line =
  /** It had not begun: the report was not complete, or not reproduced. */
  | { kind: 'waited'; from: number; to: number | null; awaits: 'complete' | 'reproducible' }
  /** It ran; `closed` names the holidays and days off that fell into the stretch. */
  | { kind: 'ran'; from: number; to: number; ran: number; closed: readonly LocalisedText[] }
  | { kind: 'paused'; from: number; to: number | null; reason: PauseReason }
  /** What is left: the clock runs out at `due`. */
  | { kind: 'left'; due: number; left: number }
  | { kind: 'late'; due: number; by: number }
  | { kind: 'kept'; at: number; early: number }
  | { kind: 'missed'; at: number; by: number }
  | { kind: 'stopped'; at: number };

/** A part of the bar; `share` is of the whole bar, which is as long as the target, or as all that was used where that is more. */
export type BarPart = { kind: 'ran' | 'left' | 'late'; share: number };

export type Explanation = {
  lines: readonly Line[];
  bar: readonly BarPart[];
  /** Where the bar is cut by a pause, as shares from its beginning. */
  pauses: readonly { at: number; reason: PauseReason }[];
};

/** Nobody reads a list of all holidays of two years. */
const HOLIDAYS_NAMED = 5;

const closedBetween = (clock: Clock, { time }: Reckoning, from: number, to: number): LocalisedText[] => {
  if (!countsWork(clock.target)) return [];
  const names: LocalisedText[] = [];
  const last = time.dateOf(to);
  for (let date = time.dateOf(from); date <= last && names.length < HOLIDAYS_NAMED; date = time.day(date).next) {
    const { special } = time.day(date);
    if (special && special.kind !== 'openDay') names.push(special.name);
  }
  return names;
};

/** What took less is not told: whoever was answered at once is told when, not that nothing was counted. In milliseconds. */
const WORTH_TELLING = 60_000;

/** The stretches from the start to `end`, in turn running and paused. */
const stretches = (clock: Clock, reckoning: Reckoning, end: number): Line[] => {
  const lines: Line[] = [];
  if (clock.startedAt === null) return lines;
  const time = timeOf(clock.target, reckoning);
  const run = (from: number, to: number) => {
    if (to - from < WORTH_TELLING) return;
    const ran = spent(time, from, to, []);
    lines.push({ kind: 'ran', from, to, ran, closed: closedBetween(clock, reckoning, from, to) });
  };
  let from = clock.startedAt;
  for (const pause of clock.pauses) {
    if (pause.from >= end) break;
    run(from, Math.max(from, pause.from));
    const lasts = pause.to === null || pause.to > end;
    lines.push({ kind: 'paused', from: Math.max(from, pause.from), to: lasts ? null : pause.to, reason: pause.reason });
    from = pause.to ?? end;
  }
  run(from, end);
  return lines;
};

const verdict = (clock: Clock, reckoning: Reckoning, now: number): Line[] => {
  const time = timeOf(clock.target, reckoning);
  const { due, settledAt, state } = clock;
  if (settledAt !== null) {
    if (state === 'missed') return [{ kind: 'missed', at: settledAt, by: clock.lateBy }];
    if (state === 'stopped') return [{ kind: 'stopped', at: settledAt }];
    const early = due === null ? 0 : spent(time, settledAt, due, clock.pauses);
    return [{ kind: 'kept', at: settledAt, early }];
  }
  if (due === null) return [];
  if (state === 'late') return [{ kind: 'late', due, by: clock.lateBy }];
  return [{ kind: 'left', due, left: spent(time, now, due, clock.pauses) }];
};

const barOf = (clock: Clock): BarPart[] => {
  if (clock.target.kind === 'bestEffort' || clock.startedAt === null) return [];
  const whole = Math.max(1, clock.used);
  const parts: BarPart[] = [
    { kind: 'ran', share: Math.min(1, clock.used) / whole },
    { kind: 'late', share: Math.max(0, clock.used - 1) / whole },
    { kind: 'left', share: Math.max(0, 1 - clock.used) / whole },
  ];
  return parts.filter((part) => part.share > 0);
};

const pauseMarks = (clock: Clock, reckoning: Reckoning, end: number): Explanation['pauses'] => {
  const { startedAt } = clock;
  if (startedAt === null || clock.ran === 0) return [];
  const time = timeOf(clock.target, reckoning);
  const filled = clock.used / Math.max(1, clock.used);
  return clock.pauses
    .filter((pause) => pause.from < end)
    .map((pause) => ({
      at: (spent(time, startedAt, Math.max(startedAt, pause.from), clock.pauses) / clock.ran) * filled,
      reason: pause.reason,
    }));
};

/** A clock's story as data: lines to be said in words and a bar to be drawn, both as of the instant the clock was reckoned for. */
export const explain = (clock: Clock, reckoning: Reckoning, now: number): Explanation => {
  const end = clock.settledAt ?? now;
  const waited: Line[] =
    clock.startedAt === null
      ? clock.awaits && clock.settledAt === null
        ? [{ kind: 'waited', from: clock.since, to: null, awaits: clock.awaits }]
        : []
      : clock.startedAt > clock.since
        ? [
            {
              kind: 'waited',
              from: clock.since,
              to: clock.startedAt,
              awaits: clock.kind === 'resolution' ? 'reproducible' : 'complete',
            },
          ]
        : [];
  return {
    lines: [...waited, ...stretches(clock, reckoning, end), ...verdict(clock, reckoning, now)],
    bar: barOf(clock),
    pauses: pauseMarks(clock, reckoning, end),
  };
};
