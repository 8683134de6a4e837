import type { Interval, OpenTime } from './calendar';

/**
 * A stretch in which a clock stands still. Pauses are taken out of the opening hours like a break at noon, so that they
 * and the closing hours compose; `to` is `null` while it lasts.
 */
export type Break = { from: number; to: number | null };

/** A stretch in which a clock runs, and how long its whole day is open, in milliseconds. */
export type WorkPiece = Interval & { dayTotal: number; date: string };

/** How time is counted: by the clock, or in working days, where each open day counts one however long it is open. */
export type Measure = 'time' | 'days';

/**
 * Nobody waits longer: a calendar that is never open again has no deadline, instead of none that is ever found. What has an
 * end of its own, such as the past, is gone through to that end however long it is.
 */
const HORIZON_DAYS = 3_660;

const without = (piece: Interval, breaks: readonly Break[]): Interval[] => {
  let rest: Interval[] = [piece];
  for (const { from, to } of breaks) {
    const end = to ?? Number.POSITIVE_INFINITY;
    rest = rest.flatMap((part) => {
      if (end <= part.from || from >= part.to) return [part];
      return [
        { from: part.from, to: from },
        { from: end, to: part.to },
      ].filter((left) => left.from < left.to);
    });
  }
  return rest;
};

/** The stretches of opening hours from an instant on that are no break, in order; `until` ends them. */
export function* workPieces(
  time: OpenTime,
  from: number,
  breaks: readonly Break[],
  until = Number.POSITIVE_INFINITY,
): Generator<WorkPiece> {
  const forGood = Math.min(until, ...breaks.filter(({ to }) => to === null).map((pause) => pause.from));
  let date = time.dateOf(from);
  const days = Number.isFinite(forGood) ? Number.POSITIVE_INFINITY : HORIZON_DAYS;
  for (let count = 0; count < days; count += 1) {
    const { open, total, bounds, next } = time.day(date);
    if (bounds.from >= forGood) return;
    for (const piece of open) {
      const wanted = { from: Math.max(piece.from, from), to: Math.min(piece.to, forGood) };
      if (wanted.from >= wanted.to) continue;
      for (const part of without(wanted, breaks)) yield { ...part, dayTotal: total, date };
    }
    date = next;
  }
}

const weightOf = (piece: WorkPiece, measure: Measure): number =>
  (piece.to - piece.from) / (measure === 'days' ? piece.dayTotal : 1);

/** How much of a measure passes between two instants: milliseconds of opening hours, or working days and parts of them. */
export const spent = (
  time: OpenTime,
  from: number,
  to: number,
  breaks: readonly Break[],
  measure: Measure = 'time',
): number => {
  let sum = 0;
  for (const piece of workPieces(time, from, breaks, to)) sum += weightOf(piece, measure);
  return sum;
};

/** Parts of days add up with rounding; a part this small is none. */
const TINY = 1e-9;

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
  for (const piece of workPieces(time, from, breaks)) {
    const weight = weightOf(piece, measure);
    if (weight >= left - TINY) {
      return Math.min(piece.to, Math.round(piece.from + left * (measure === 'days' ? piece.dayTotal : 1)));
    }
    left -= weight;
  }
  return null;
};
