import { fold } from '../search/words';
import { Temporal } from '../time/temporal';

/** The hour that is meant where nobody names one: the beginning of a working day. */
const MORNING: Clock = { hour: 9, minute: 0 };

type Clock = { hour: number; minute: number };

const WEEKDAYS: readonly (readonly string[])[] = [
  ['lundi', 'monday', 'mon'],
  ['mardi', 'tuesday', 'tue'],
  ['mercredi', 'wednesday', 'wed'],
  ['jeudi', 'thursday', 'thu'],
  ['vendredi', 'friday', 'fri'],
  ['samedi', 'saturday', 'sat'],
  ['dimanche', 'sunday', 'sun'],
];
const MONTHS: readonly (readonly string[])[] = [
  ['janvier', 'january', 'jan'],
  ['fevrier', 'february', 'feb'],
  ['mars', 'march', 'mar'],
  ['avril', 'april', 'apr'],
  ['mai', 'may'],
  ['juin', 'june', 'jun'],
  ['juillet', 'july', 'jul'],
  ['aout', 'august', 'aug'],
  ['septembre', 'september', 'sep'],
  ['octobre', 'october', 'oct'],
  ['novembre', 'november', 'nov'],
  ['decembre', 'december', 'dec'],
];
/** How long each word for a stretch of time lasts. */
const UNITS: Readonly<Record<string, 'minutes' | 'hours' | 'days' | 'weeks' | 'months'>> = {
  minute: 'minutes',
  min: 'minutes',
  heure: 'hours',
  hour: 'hours',
  h: 'hours',
  jour: 'days',
  day: 'days',
  semaine: 'weeks',
  week: 'weeks',
  mois: 'months',
  month: 'months',
};
const NUMBERS: Readonly<Record<string, number>> = {
  un: 1,
  une: 1,
  a: 1,
  an: 1,
  one: 1,
  deux: 2,
  two: 2,
  trois: 3,
  three: 3,
};
/** Parts of the day by their names, with the hour at which they are meant. */
const DAY_PARTS: Readonly<Record<string, Clock>> = {
  matin: MORNING,
  morning: MORNING,
  midi: { hour: 12, minute: 0 },
  noon: { hour: 12, minute: 0 },
  'apres-midi': { hour: 14, minute: 0 },
  afternoon: { hour: 14, minute: 0 },
  soir: { hour: 18, minute: 0 },
  evening: { hour: 18, minute: 0 },
};

const indexIn = (table: readonly (readonly string[])[], word: string | undefined): number =>
  table.findIndex((names) => names.some((name) => name === word));

/** The words as they are compared: without accents, capitals and the small words that change nothing. */
const plain = (text: string): string =>
  fold(text)
    .replace(/[’']/g, ' ')
    .replace(/[,.]/g, ' ')
    .replace(/\b(?:le|la|l|at|on|the|vers|d|of)\b|\ba\b(?! (?:day|week|month|hour|minute))/g, ' ')
    .replace(/\b(?:cet|cette|ce|this)\b/g, 'ce')
    .replace(/\s+/g, ' ')
    .trim();

const clockOf = (hour: number, minute: number, half: string | undefined): Clock | null => {
  const whole = half === 'pm' && hour < 12 ? hour + 12 : half === 'am' && hour === 12 ? 0 : hour;
  return whole < 24 && minute < 60 ? { hour: whole, minute } : null;
};

/** Takes the hour out of some words: `9 h 30`, `9:30`, `2 pm`, `midi`; the rest is the day. */
const splitClock = (words: string): { day: string; clock: Clock | null } | null => {
  const found =
    /(?:^| )(\d{1,2}) ?(?:h|:) ?(\d{2})?(?: (am|pm))?$/.exec(words) ?? /(?:^| )(\d{1,2})() ?(am|pm)$/.exec(words);
  if (found) {
    const clock = clockOf(Number(found[1]), Number(found[2] || 0), found[3]);
    return clock && { day: words.slice(0, found.index).trim(), clock };
  }
  const part = Object.keys(DAY_PARTS).find((name) => words === name || words.endsWith(` ${name}`));
  if (part === undefined) return { day: words, clock: null };
  return { day: words.slice(0, words.length - part.length).trim(), clock: DAY_PARTS[part] ?? null };
};

const dateOf = (year: number | undefined, month: number, day: number, today: Temporal.PlainDate) => {
  try {
    const date = Temporal.PlainDate.from({ year: year ?? today.year, month, day }, { overflow: 'reject' });
    // A day without its year is the next one of that name.
    return year === undefined && Temporal.PlainDate.compare(date, today) < 0 ? date.add({ years: 1 }) : date;
  } catch {
    return null;
  }
};

const namedDate = (words: string, today: Temporal.PlainDate): Temporal.PlainDate | null => {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(words);
  if (iso) return dateOf(Number(iso[1]), Number(iso[2]), Number(iso[3]), today);
  const figures = /^(\d{1,2})\/(\d{1,2})(?:\/(\d{4}))?$/.exec(words);
  if (figures)
    return dateOf(figures[3] ? Number(figures[3]) : undefined, Number(figures[2]), Number(figures[1]), today);
  const spoken = /^(\d{1,2})(?:er|st|nd|rd|th)? ([a-z]+)(?: (\d{4}))?$/.exec(words);
  const turned = /^([a-z]+) (\d{1,2})(?:st|nd|rd|th)?(?: (\d{4}))?$/.exec(words);
  const [day, name, year] = spoken ? [spoken[1], spoken[2], spoken[3]] : [turned?.[2], turned?.[1], turned?.[3]];
  const month = indexIn(MONTHS, name);
  return month < 0 ? null : dateOf(year ? Number(year) : undefined, month + 1, Number(day), today);
};

const dayOf = (words: string, today: Temporal.PlainDate): Temporal.PlainDate | null => {
  const bare = words.replace(/ (?:prochaine?|next)$/, '').replace(/^next /, '');
  const weekday = indexIn(WEEKDAYS, bare) + 1;
  if (weekday > 0) return today.add({ days: (weekday - today.dayOfWeek + 7) % 7 || 7 });
  switch (words) {
    case 'demain':
    case 'tomorrow':
      return today.add({ days: 1 });
    case 'apres-demain':
    case 'apres demain':
    case 'day after tomorrow':
      return today.add({ days: 2 });
    case 'aujourd hui':
    case 'today':
    case 'ce':
      return today;
    case 'semaine prochaine':
    case 'next week':
      return today.add({ days: 8 - today.dayOfWeek });
    case 'mois prochain':
    case 'next month':
      return today.with({ day: 1 }).add({ months: 1 });
    default:
      return namedDate(words, today);
  }
};

const laterBy = (words: string, now: Temporal.ZonedDateTime): Temporal.ZonedDateTime | null => {
  const [, amount, name] = /^(?:dans|in) (\d{1,3}|[a-z]+) ?([a-z]+?)s?$/.exec(words) ?? [];
  const unit = name === undefined ? undefined : (UNITS[name] ?? UNITS[`${name}s`]);
  const count = amount === undefined ? undefined : (NUMBERS[amount] ?? Number(amount));
  if (unit === undefined || count === undefined || !Number.isInteger(count)) return null;
  const then = now.add({ [unit]: count });
  return unit === 'minutes' || unit === 'hours' ? then : then.with(MORNING);
};

/**
 * The instant (epoch milliseconds) that some words name, French or English, by the calendar of who says them: `lundi 9 h`,
 * `demain`, `dans 3 jours`, `next week`, `30 novembre à 14 h 30`, `2026-11-30T09:00`. A day without an hour is its
 * morning, an hour without a day is the next one. `null` for words that name no time.
 */
export const instantIn = (text: string, nowAt: number, timeZone: string): number | null => {
  const now = Temporal.Instant.fromEpochMilliseconds(nowAt)
    .toZonedDateTimeISO(timeZone)
    .with({ second: 0, millisecond: 0, microsecond: 0, nanosecond: 0 });
  const words = plain(text.replace(/(\d{4}-\d\d-\d\d)[T ]/i, '$1 ')).replace(/^tonight$/, 'ce evening');
  const later = laterBy(words, now);
  if (later) return later.epochMilliseconds;
  const split = splitClock(words);
  if (!split || words === '') return null;
  const { day, clock } = split;
  if (day === '' && clock) {
    const sameDay = now.with(clock);
    return (sameDay.epochMilliseconds > nowAt ? sameDay : sameDay.add({ days: 1 })).epochMilliseconds;
  }
  const date = dayOf(day, now.toPlainDate());
  if (!date) return null;
  const { hour, minute } = clock ?? MORNING;
  return date.toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from({ hour, minute }) }).epochMilliseconds;
};
