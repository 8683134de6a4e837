const DAY = 86_400;
const UNITS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', 31_557_600],
  ['month', 2_629_800],
  ['week', 7 * DAY],
  ['day', DAY],
  ['hour', 3_600],
  ['minute', 60],
];

type Distance = readonly [count: number, unit: Intl.RelativeTimeFormatUnit];

const distance = (then: string, now: number): Distance | null => {
  const instant = Date.parse(then);
  if (Number.isNaN(instant)) return null;
  const isDay = /^\d{4}-\d\d-\d\d$/.test(then);
  const seconds = isDay ? instant / 1000 - Math.floor(now / 1000 / DAY) * DAY : (instant - now) / 1000;
  const unit = UNITS.find(([, length]) => Math.abs(seconds) >= length);
  return unit ? [Math.trunc(seconds / unit[1]), unit[0]] : [0, isDay ? 'day' : 'second'];
};

// Each reads its language's words when it is made, which takes longer than a hundred answers; in browsers 15 ms.
const made = new Map<string, Intl.RelativeTimeFormat>();

const formatOf = (locale: string): Intl.RelativeTimeFormat => {
  const known = made.get(locale) ?? new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  made.set(locale, known);
  return known;
};

/**
 * How far a moment is from now, as it is told (`-3 month`): the words are the same as long as this is. `then` and `now` as
 * in `relativeWords`; null when `then` is no date.
 */
export const relativeDistance = (then: string, now: number): string | null => distance(then, now)?.join(' ') ?? null;

/**
 * How far a moment is from now, in words: "last month", "in 3 hours". `then` is an instant in ISO 8601, or a calendar
 * day (`2026-10-20`), which is never told in hours. `now` is in milliseconds; null when `then` is neither.
 */
export const relativeWords = (then: string, now: number, locale: string): string | null => {
  const far = distance(then, now);
  return far && formatOf(locale).format(...far);
};

/**
 * How long it is since a moment, in its greatest unit: "3 hours", "2 weeks"; a minute at least. As `relativeWords`, null
 * when `then` is no date.
 */
export const stretchWords = (then: string, now: number, locale: string): string | null => {
  const far = distance(then, now);
  if (!far) return null;
  const [count, unit] = far[1] === 'second' ? ([1, 'minute'] as const) : far;
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(Math.abs(count));
};
