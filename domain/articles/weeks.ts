import { Temporal } from '../time/temporal';

const mondayOf = (day: Temporal.PlainDate): Temporal.PlainDate => day.subtract({ days: day.dayOfWeek - 1 });

const dayOf = (at: Date, timeZone: string): Temporal.PlainDate =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone).toPlainDate();

/**
 * The Mondays (`2026-11-16`) of all weeks in a time zone, from one that holds `from`, an instant or a day, to the one that
 * holds `now`, oldest first; only this week when there is no beginning.
 */
export const weeksBetween = (from: Date | string | undefined, now: Date, timeZone: string): string[] => {
  const last = mondayOf(dayOf(now, timeZone));
  const start =
    from === undefined ? last : typeof from === 'string' ? Temporal.PlainDate.from(from) : dayOf(from, timeZone);
  const weeks: string[] = [];
  for (let week = mondayOf(start); Temporal.PlainDate.compare(week, last) <= 0; week = week.add({ weeks: 1 })) {
    weeks.push(week.toString());
  }
  return weeks;
};
