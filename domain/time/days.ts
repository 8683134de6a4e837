import { Temporal } from './temporal';

/** The calendar day (`2026-11-22`) in a time zone at an instant, in epoch milliseconds or as a date. */
export const dayIn = (at: Date | number, timeZone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(Number(at)).toZonedDateTimeISO(timeZone).toPlainDate().toString();

/** Whether a text is a calendar day as it is written everywhere here: `2026-11-22`. */
export const isDay = (text: string): boolean => {
  try {
    return Temporal.PlainDate.from(text).toString() === text;
  } catch {
    return false;
  }
};
