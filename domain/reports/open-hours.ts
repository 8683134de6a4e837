import type { OpenTime } from '../sla/calendar';
import { workPieces } from '../sla/work-time';

/**
 * Opening hours as columns, so that a database can reckon with them: where each stretch begins and how long it is, and
 * how much was open before it, in epoch milliseconds and milliseconds.
 */
export type OpenHours = { starts: number[]; lengths: number[]; before: number[] };

/** The opening hours of a calendar between two instants (epoch milliseconds). */
export const openHoursBetween = (time: OpenTime, from: number, until: number): OpenHours => {
  const hours: OpenHours = { starts: [], lengths: [], before: [] };
  let sum = 0;
  for (const piece of workPieces(time, from, [], until)) {
    hours.starts.push(piece.from);
    hours.lengths.push(piece.to - piece.from);
    hours.before.push(sum);
    sum += piece.to - piece.from;
  }
  return hours;
};
