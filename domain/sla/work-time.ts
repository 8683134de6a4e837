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

/** The first instant at which so much has passed since `from`, where it is known to pass. */
const instantAfter = (time: OpenTime, from: number, amount: number, measure: Measure): number => {
  let year = time.yearOf(from);
  let left = passedInYear(time, year, from, measure) + amount;
  while (wholeOf(year, measure) < left - TINY) {
    left -= wholeOf(year, measure);
    year = time.yearOf(year.bounds.to);
  }
  const sums = sumsOf(year, measure);
  const index = firstDayWith(sums, left);
  const day = year.days[index];
  left -= sums[index] ?? 0;
  const unit = measure === 'days' && day ? day.total : 1;
  for (const piece of day?.open ?? []) {
    const weight = (piece.to - piece.from) / unit;
    if (weight >= left - TINY) return Math.min(piece.to, Math.round(piece.from + left * unit));
    left -= weight;
  }
  throw new RangeError('so much never passes');
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
    const within = Number.isFinite(run.to) ? run : { from: run.from, to: run.from + HORIZON_MS };
    const weight = passed(time, within, measure);
    if (weight >= left - TINY) return instantAfter(time, run.from, left, measure);
    left -= weight;
  }
  return null;
};
