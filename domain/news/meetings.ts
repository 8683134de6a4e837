import { Temporal } from '../time/temporal';

/**
 * The instant a wall-clock time (`2026-12-08T11:00`) names in a time zone. In the hour that a change of clock repeats,
 * the first; in the hour it leaves out, the same distance after it.
 */
export const instantOf = (wallTime: string, timeZone: string): Date =>
  new Date(Temporal.PlainDateTime.from(wallTime).toZonedDateTime(timeZone).epochMilliseconds);
