const DAY = 86_400;
const UNITS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', 31_557_600],
  ['month', 2_629_800],
  ['week', 7 * DAY],
  ['day', DAY],
  ['hour', 3_600],
  ['minute', 60],
];

/**
 * How far a moment is from now, in words: "last month", "in 3 hours". `then` is an instant in ISO 8601, or a calendar
 * day (`2026-10-20`), which is never told in hours. `now` is in milliseconds; null when `then` is neither.
 */
export const relativeWords = (then: string, now: number, locale: string): string | null => {
  const instant = Date.parse(then);
  if (Number.isNaN(instant)) return null;
  const isDay = /^\d{4}-\d\d-\d\d$/.test(then);
  const seconds = isDay ? instant / 1000 - Math.floor(now / 1000 / DAY) * DAY : (instant - now) / 1000;
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const unit = UNITS.find(([, length]) => Math.abs(seconds) >= length);
  if (!unit) return format.format(0, isDay ? 'day' : 'second');
  return format.format(Math.trunc(seconds / unit[1]), unit[0]);
};
