import type { LocalisedText } from '../people/localised';
import { Temporal } from '../time/temporal';

/** Opening hours of one stretch of a day, in the calendar's local time: `HH:MM`, the end not included, `24:00` for midnight. */
export type LocalSpan = { from: string; to: string };

/** When people are at work. Weekdays are Monday first; a day without spans, or with spans of no length, is closed. */
export type WorkCalendar = {
  timeZone: string;
  week: readonly (readonly LocalSpan[])[];
  /** Closed days of one's own (`YYYY-MM-DD`), besides public holidays. */
  daysOff: readonly { date: string; name: LocalisedText }[];
  /** Days that are open with hours of their own, whatever the week or a holiday says. */
  openDays: readonly { date: string; name: LocalisedText; spans: readonly LocalSpan[] }[];
};

/** The public holiday on a local date (`YYYY-MM-DD`), if it is one. */
export type HolidayOn = (date: string) => LocalisedText | null;

/** A stretch of time in epoch milliseconds, the end not included. */
export type Interval = { from: number; to: number };

/** A local day as the clocks see it. */
export type OpenDay = {
  date: string;
  /** The local date after it. */
  next: string;
  bounds: Interval;
  open: readonly Interval[];
  /** How long it is open, in milliseconds. */
  total: number;
  /** Why it is closed although the week would open it, or open although it would not. */
  special: { kind: 'holiday' | 'dayOff' | 'openDay'; name: LocalisedText } | null;
};

/**
 * A local year with what passes before each of its days, and at the end what the whole year holds: opening hours in
 * milliseconds, and days that are open. A stretch of years is measured by its ends.
 */
export type OpenYear = {
  bounds: Interval;
  days: readonly OpenDay[];
  timeBefore: readonly number[];
  daysBefore: readonly number[];
};

/** A calendar laid over real time; days and years are worked out once each. Instants are in epoch milliseconds. */
export type OpenTime = {
  timeZone: string;
  dateOf(at: number): string;
  day(date: string): OpenDay;
  yearOf(at: number): OpenYear;
  /** Which day of its year an instant lies in. */
  indexIn(year: OpenYear, at: number): number;
};

const MINUTE = 60_000;
const DAY_MINUTES = 1_440;

/** Minutes since midnight of `HH:MM`; `24:00` is 1440. Throws a `RangeError` for anything else. */
export const minutesOf = (time: string): number => {
  const match = /^([01]\d|2[0-4]):([0-5]\d)$/.exec(time);
  const minutes = match ? Number(match[1]) * 60 + Number(match[2]) : Number.NaN;
  if (!(minutes <= DAY_MINUTES)) throw new RangeError(`not a time of day: ${time}`);
  return minutes;
};

const spansOn = (
  calendar: WorkCalendar,
  date: Temporal.PlainDate,
  holidayOn: HolidayOn,
): { spans: readonly LocalSpan[]; special: OpenDay['special'] } => {
  const key = date.toString();
  const own = calendar.openDays.find((day) => day.date === key);
  if (own) return { spans: own.spans, special: { kind: 'openDay', name: own.name } };
  const usual = calendar.week[date.dayOfWeek - 1] ?? [];
  const off = calendar.daysOff.find((day) => day.date === key);
  if (off) return { spans: [], special: usual.length > 0 ? { kind: 'dayOff', name: off.name } : null };
  const holiday = usual.length > 0 ? holidayOn(key) : null;
  return holiday ? { spans: [], special: { kind: 'holiday', name: holiday } } : { spans: usual, special: null };
};

const zoned = (at: number, timeZone: string): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone);
const offsetAt = (at: number, timeZone: string): number => zoned(at, timeZone).offsetNanoseconds / 1_000_000;

/** Parts of a day between two changes of the zone's offset: one part but on the two days a year when clocks change. */
const evenParts = (day: Interval, timeZone: string): (Interval & { offset: number })[] => {
  const parts: (Interval & { offset: number })[] = [];
  // Looking for the change itself is slow; no zone changes there and back within a day.
  const even = offsetAt(day.from, timeZone) === offsetAt(day.to - 1, timeZone);
  for (let from = day.from; from < day.to; ) {
    const change = even ? null : zoned(from, timeZone).getTimeZoneTransition('next');
    const to = Math.min(day.to, change?.epochMilliseconds ?? day.to);
    parts.push({ from, to, offset: offsetAt(from, timeZone) });
    from = to;
  }
  return parts;
};

/** Opening hours are what a clock on the wall shows: an hour that is lived twice is open twice, one that is skipped is not. */
const openParts = (day: Interval, midnightUtc: number, spans: readonly LocalSpan[], timeZone: string): Interval[] =>
  evenParts(day, timeZone)
    .flatMap((part) =>
      spans.map((span) => ({
        from: Math.max(part.from, midnightUtc + minutesOf(span.from) * MINUTE - part.offset),
        to: Math.min(part.to, midnightUtc + minutesOf(span.to) * MINUTE - part.offset),
      })),
    )
    .filter((piece) => piece.from < piece.to)
    .sort((a, b) => a.from - b.from);

/** Overlapping spans count once. `pieces` are sorted by their beginning. */
export const united = (pieces: readonly Interval[]): Interval[] => {
  const whole: Interval[] = [];
  for (const piece of pieces) {
    const last = whole.at(-1);
    if (last && piece.from <= last.to) last.to = Math.max(last.to, piece.to);
    else whole.push({ ...piece });
  }
  return whole;
};

const DAY_MS = DAY_MINUTES * MINUTE;

const layYear = (number: number, dayOf: (date: string) => OpenDay): OpenYear => {
  const prefix = `${String(number).padStart(4, '0')}-`;
  const days: OpenDay[] = [];
  for (let date = `${prefix}01-01`; date.startsWith(prefix); ) {
    const day = dayOf(date);
    days.push(day);
    date = day.next;
  }
  const timeBefore = [0];
  const daysBefore = [0];
  for (const [index, { total }] of days.entries()) {
    timeBefore.push((timeBefore[index] ?? 0) + total);
    daysBefore.push((daysBefore[index] ?? 0) + (total > 0 ? 1 : 0));
  }
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) throw new RangeError(`not a year: ${number}`);
  return { bounds: { from: first.bounds.from, to: last.bounds.to }, days, timeBefore, daysBefore };
};

/** Days last a day or an hour more or less: the count of whole days is right or beside it. */
const indexIn = ({ bounds, days }: OpenYear, at: number): number => {
  let index = Math.min(days.length - 1, Math.max(0, Math.floor((at - bounds.from) / DAY_MS)));
  while (at < (days[index]?.bounds.from ?? at)) index -= 1;
  while (at >= (days[index]?.bounds.to ?? Number.POSITIVE_INFINITY)) index += 1;
  return index;
};

/** Lays a calendar over real time; `holidayOn` answers for public holidays. */
export const openTimeOf = (calendar: WorkCalendar, holidayOn: HolidayOn): OpenTime => {
  const { timeZone } = calendar;
  const known = new Map<string, OpenDay>();
  const lay = (key: string): OpenDay => {
    const date = Temporal.PlainDate.from(key);
    const startOf = (day: Temporal.PlainDate) => day.toZonedDateTime({ timeZone }).epochMilliseconds;
    const next = date.add({ days: 1 });
    const bounds = { from: startOf(date), to: startOf(next) };
    const { spans, special } = spansOn(calendar, date, holidayOn);
    const midnightUtc = date.toZonedDateTime({ timeZone: 'UTC' }).epochMilliseconds;
    const open = united(openParts(bounds, midnightUtc, spans, timeZone));
    const total = open.reduce((sum, piece) => sum + piece.to - piece.from, 0);
    return { date: key, next: next.toString(), bounds, open, total, special };
  };
  const day = (date: string): OpenDay => {
    const laid = known.get(date) ?? lay(date);
    known.set(date, laid);
    return laid;
  };
  const years = new Map<number, OpenYear>();
  const year = (number: number): OpenYear => {
    const laid = years.get(number) ?? layYear(number, day);
    years.set(number, laid);
    return laid;
  };
  const yearOf = (at: number): OpenYear => {
    const number = new Date(at).getUTCFullYear();
    const { bounds } = year(number);
    if (at < bounds.from) return year(number - 1);
    return year(at < bounds.to ? number : number + 1);
  };
  return {
    timeZone,
    day,
    yearOf,
    indexIn,
    dateOf: (at) => {
      const { days } = yearOf(at);
      const date = days[indexIn(yearOf(at), at)]?.date;
      if (date === undefined) throw new RangeError(`not an instant: ${at}`);
      return date;
    },
  };
};

/** A calendar that never closes, for targets in ordinary hours and days. */
export const ALWAYS_OPEN: OpenTime = openTimeOf(
  {
    timeZone: 'UTC',
    week: Array.from({ length: 7 }, () => [{ from: '00:00', to: '24:00' }]),
    daysOff: [],
    openDays: [],
  },
  () => null,
);
