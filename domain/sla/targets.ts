import { ALWAYS_OPEN, type OpenTime } from './calendar';
import { type ReleaseRhythm, releaseAfter, releaseWithin } from './releases';
import { type Break, reach, spent } from './work-time';

/** Units of opening hours; a working day is one open day, however long it is open. */
export const WORK_UNITS = ['minute', 'hour', 'day'] as const;
/** Units by the clock on the wall. */
export const ELAPSED_UNITS = ['minute', 'hour', 'day', 'week'] as const;

/** What a policy promises for one clock. */
export type Target =
  | { kind: 'work'; amount: number; unit: (typeof WORK_UNITS)[number] }
  | { kind: 'elapsed'; amount: number; unit: (typeof ELAPSED_UNITS)[number] }
  | { kind: 'nextRelease' }
  | { kind: 'releaseWithin'; weeks: number }
  | { kind: 'bestEffort' };

/** What targets are reckoned with. */
export type Reckoning = { time: OpenTime; rhythm: ReleaseRhythm };

const UNIT_MS = { minute: 60_000, hour: 3_600_000, day: 86_400_000, week: 604_800_000 } as const;

/** A scheduled update that leaves during a pause cannot carry the answer: the promise moves to the first one after it. */
const afterPauses = (
  start: number,
  breaks: readonly Break[],
  dueFrom: (at: number) => number | null,
): number | null => {
  let due = dueFrom(start);
  for (const { from, to } of breaks) {
    if (due === null || from >= due) break;
    if (to === null) return null;
    if (to > due) due = dueFrom(to);
  }
  return due;
};

/**
 * When a target falls due, in epoch milliseconds. `share` asks for an earlier point on the way (0.75 for the warning).
 * `null` for best effort, and while a pause without an end comes first. Breaks are in order.
 */
export const dueOf = (
  target: Target,
  start: number,
  breaks: readonly Break[],
  { time, rhythm }: Reckoning,
  share = 1,
): number | null => {
  switch (target.kind) {
    case 'work':
      return target.unit === 'day'
        ? reach(time, start, target.amount * share, breaks, 'days')
        : reach(time, start, target.amount * UNIT_MS[target.unit] * share, breaks);
    case 'elapsed':
      return reach(ALWAYS_OPEN, start, target.amount * UNIT_MS[target.unit] * share, breaks);
    case 'bestEffort':
      return null;
    default: {
      const due =
        target.kind === 'nextRelease'
          ? afterPauses(start, breaks, (at) => releaseAfter(rhythm, at))
          : afterPauses(start, breaks, (at) => {
              const end = reach(ALWAYS_OPEN, start, target.weeks * UNIT_MS.week, breaks);
              return end === null ? null : releaseWithin(rhythm, at, Math.max(at, end));
            });
      if (due === null || share === 1) return due;
      return reach(ALWAYS_OPEN, start, spent(ALWAYS_OPEN, start, due, breaks) * share, breaks);
    }
  }
};

/** How much of a target is used between two instants, as a share of it: 1 is all of it, more is too late. Best effort is never used up. */
export const shareUsed = (
  target: Target,
  start: number,
  at: number,
  breaks: readonly Break[],
  reckoning: Reckoning,
): number => {
  switch (target.kind) {
    case 'work': {
      const days = target.unit === 'day';
      const used = spent(reckoning.time, start, at, breaks, days ? 'days' : 'time');
      return used / (target.unit === 'day' ? target.amount : target.amount * UNIT_MS[target.unit]);
    }
    case 'elapsed':
      return spent(ALWAYS_OPEN, start, at, breaks) / (target.amount * UNIT_MS[target.unit]);
    case 'bestEffort':
      return 0;
    default: {
      const past = breaks.map((pause) => ({ from: pause.from, to: pause.to ?? Math.max(at, pause.from) }));
      const due = dueOf(target, start, past, reckoning);
      const whole = due === null ? 0 : spent(ALWAYS_OPEN, start, due, past);
      return whole === 0 ? 0 : spent(ALWAYS_OPEN, start, at, past) / whole;
    }
  }
};

/** Whether a target counts opening hours; all others count every hour. */
export const countsWork = (target: Target): boolean => target.kind === 'work';

/** The time by which a target counts. */
export const timeOf = (target: Target, { time }: Reckoning): OpenTime => (countsWork(target) ? time : ALWAYS_OPEN);
