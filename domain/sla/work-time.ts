import type { Interval, OpenTime, OpenYear } from './calendar';

/**
 * A stretch in which a clock stands still. Pauses are taken out of the opening hours like a break at noon, so that they
 * and the closing hours compose; `to` is `null` while it lasts.
 */
export type Break = { from: number; to: number | null };

/** How time is counted: by the clock, or in working days, where each open day counts one however long it is open. */
export type Measure = 'time' | 'days';

/**
 * Nobody waits longer (ten years and a few days): a calendar that is never open again has no deadline, instead of none
 * that is ever found. What has an end of its own, such as the past, is gone through to that end however long it is.
 */
const HORIZON_MS = 3_660 * 86_400_000;

/** The stretches between two instants that are no break, in order. */
function* betweenBreaks(from: number, until: number, breaks: readonly Break[]): Generator<Interval> {
  let at = from;
  for (const pause of breaks.toSorted((a, b) => a.from - b.from)) {
    if (at >= until) return;
    if (pause.from > at) yield { from: at, to: Math.min(pause.from, until) };
    at = Math.max(at, pause.to ?? Number.POSITIVE_INFINITY);
  }
  if (at < until) yield { from: at, to: until };
}

const sumsOf = (year: OpenYear, measure: Measure): readonly number[] =>
  measure === 'days' ? year.daysBefore : year.timeBefore;

const wholeOf = (year: OpenYear, measure: Measure): number => sumsOf(year, measure).at(-1) ?? 0;

/** How much passes from the beginning of a year to an instant in it. */
const passedInYear = (time: OpenTime, year: OpenYear, at: number, measure: Measure): number => {
  const index = time.indexIn(year, at);
  const day = year.days[index];
  if (!day) return wholeOf(year, measure);
  const today = day.open.reduce((sum, piece) => sum + Math.max(0, Math.min(piece.to, at) - piece.from), 0);
  const part = measure === 'days' && day.total > 0 ? today / day.total : today;
  return (sumsOf(year, measure)[index] ?? 0) + part;
};

/** How much passes between two instants where there is no break. */
const passed = (time: OpenTime, { from, to }: Interval, measure: Measure): number => {
  if (from >= to) return 0;
  let year = time.yearOf(from);
  let sum = -passedInYear(time, year, from, measure);
  while (year.bounds.to <= to) {
    sum += wholeOf(year, measure);
    year = time.yearOf(year.bounds.to);
  }
  return sum + passedInYear(time, year, to, measure);
};

/** How much of a measure passes between two instants: milliseconds of opening hours, or working days and parts of them. */
export const spent = (
  time: OpenTime,
  from: number,
  to: number,
  breaks: readonly Break[],
  measure: Measure = 'time',
): number => {
  let sum = 0;
  for (const run of betweenBreaks(from, to, breaks)) sum += passed(time, run, measure);
  return sum;
};

/** Parts of days add up with rounding; a part this small is none. */
const TINY = 1e-9;

/** The first day of a year at whose end so much has passed since the year began. */
const firstDayWith = (sums: readonly number[], amount: number): number => {
  let low = 0;
  let high = sums.length - 2;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sums[middle + 1] ?? 0) >= amount - TINY) high = middle;
    else low = middle + 1;
  }
  return low;
};

/** The first instant of a year at which so much has passed since the year began, where so much passes in it. */
const instantIn = (year: OpenYear, amount: number, measure: Measure): number | null => {
  const sums = sumsOf(year, measure);
  const index = firstDayWith(sums, amount);
  const day = year.days[index];
  const unit = measure === 'days' && day ? day.total : 1;
  let left = amount - (sums[index] ?? 0);
  for (const piece of day?.open ?? []) {
    const weight = (piece.to - piece.from) / unit;
    if (weight >= left - TINY) return Math.min(piece.to, Math.round(piece.from + left * unit));
    left -= weight;
  }
  return null;
};

/** The first instant of a stretch without breaks at which so much has passed in it, or how much is left at its end. */
const reachWithin = (
  time: OpenTime,
  { from, to }: Interval,
  amount: number,
  measure: Measure,
): { at: number | null; left: number } => {
  let left = amount;
  // Year by year: a deadline is rarely further away, and a year that is not asked for need not be worked out.
  for (let at = from; at < to; ) {
    const year = time.yearOf(at);
    const before = passedInYear(time, year, at, measure);
    const end = Math.min(to, year.bounds.to);
    const weight = (end < year.bounds.to ? passedInYear(time, year, end, measure) : wholeOf(year, measure)) - before;
    if (weight >= left - TINY) return { at: instantIn(year, before + left, measure), left: 0 };
    left -= weight;
    at = end;
  }
  return { at: null, left };
};

/**
 * The first instant at which so much has passed, in epoch milliseconds; `null` when a break that has no end comes
 * first, or the calendar never opens long enough.
 */
export const reach = (
  time: OpenTime,
  from: number,
  amount: number,
  breaks: readonly Break[],
  measure: Measure = 'time',
): number | null => {
  if (amount <= 0) return from;
  let left = amount;
  for (const run of betweenBreaks(from, Number.POSITIVE_INFINITY, breaks)) {
    const reached = reachWithin(time, { from: run.from, to: Math.min(run.to, run.from + HORIZON_MS) }, left, measure);
    if (reached.at !== null) return reached.at;
    left = reached.left;
  }
  return null;
};
