import type { OpenTime } from '../sla/calendar';

/**
 * Opening hours as columns, so that a database can reckon with them: where each stretch begins and how long it is, and
 * how much was open before it, in epoch milliseconds and milliseconds.
 */
export type OpenHours = { starts: number[]; lengths: number[]; before: number[] };

/** The opening hours of a calendar between two instants (epoch milliseconds). */
export const openHoursBetween = (time: OpenTime, from: number, until: number): OpenHours => {
  const hours: OpenHours = { starts: [], lengths: [], before: [] };
  let sum = 0;
  for (let day = time.day(time.dateOf(from)); day.bounds.from < until; day = time.day(day.next)) {
    for (const piece of day.open) {
      const [begins, ends] = [Math.max(piece.from, from), Math.min(piece.to, until)];
      if (begins >= ends) continue;
      hours.starts.push(begins);
      hours.lengths.push(ends - begins);
      hours.before.push(sum);
      sum += ends - begins;
    }
  }
  return hours;
};
