import { Temporal } from '../time/temporal';
import { SHIPPED_ZONE } from '../time/zone';

/** When updates of the product are scheduled: weekdays (1 is Monday) and local times `HH:MM`, days left out, days besides. */
export type ReleaseRhythm = {
  timeZone: string;
  slots: readonly { weekday: number; at: string }[];
  /** Local dates (`YYYY-MM-DD`) on which no update leaves. */
  skipped: readonly string[];
  extra: readonly { date: string; at: string }[];
};

/** One update each Tuesday at noon: what Guichet is shipped with. */
export const DEFAULT_RHYTHM: ReleaseRhythm = {
  timeZone: SHIPPED_ZONE,
  slots: [{ weekday: 2, at: '12:00' }],
  skipped: [],
  extra: [],
};

const HORIZON_MS = 400 * 86_400_000;

const timesOn = (rhythm: ReleaseRhythm, date: Temporal.PlainDate): string[] => {
  const key = date.toString();
  const usual = rhythm.skipped.includes(key) ? [] : rhythm.slots.filter(({ weekday }) => weekday === date.dayOfWeek);
  const extra = rhythm.extra.filter((one) => one.date === key);
  return [...new Set([...usual, ...extra].map(({ at }) => at))].sort();
};

const laid = new WeakMap<ReleaseRhythm, Map<number, readonly number[]>>();

const layYear = (rhythm: ReleaseRhythm, year: number): number[] => {
  const { timeZone } = rhythm;
  const instants: number[] = [];
  for (
    let date = Temporal.PlainDate.from({ year, month: 1, day: 1 });
    date.year === year;
    date = date.add({ days: 1 })
  ) {
    for (const at of timesOn(rhythm, date)) {
      instants.push(date.toZonedDateTime({ timeZone, plainTime: at }).epochMilliseconds);
    }
  }
  return instants;
};

/** The scheduled updates of a local year, worked out once for each rhythm: each request is reckoned with them. */
const releasesIn = (rhythm: ReleaseRhythm, year: number): readonly number[] => {
  const years = laid.get(rhythm) ?? new Map<number, readonly number[]>();
  laid.set(rhythm, years);
  const known = years.get(year) ?? layYear(rhythm, year);
  years.set(year, known);
  return known;
};

/** Scheduled updates strictly after an instant, in order, a good year of them, as epoch milliseconds. */
export function* releasesAfter(rhythm: ReleaseRhythm, after: number): Generator<number> {
  const until = after + HORIZON_MS;
  // The local year may be the one before or after that of UTC.
  for (let year = new Date(after).getUTCFullYear() - 1; Date.UTC(year - 1, 11, 31) < until; year += 1) {
    for (const release of releasesIn(rhythm, year)) if (release > after && release <= until) yield release;
  }
}

/** The next scheduled update after an instant; `null` where none is planned within a year. */
export const releaseAfter = (rhythm: ReleaseRhythm, after: number): number | null =>
  releasesAfter(rhythm, after).next().value ?? null;

/** The last scheduled update after an instant and not after another, or the first one after both where there is none between. */
export const releaseWithin = (rhythm: ReleaseRhythm, after: number, until: number): number | null => {
  let last: number | null = null;
  for (const release of releasesAfter(rhythm, after)) {
    if (release > until) return last ?? release;
    last = release;
  }
  return last;
};
