import { Temporal } from '../time/temporal';

/** The calendar day (`2026-11-22`) on somebody's wall at an instant in epoch milliseconds. */
export const dayIn = (timeZone: string, now: number): string =>
  Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timeZone).toPlainDate().toString();
