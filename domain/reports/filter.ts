import { isDay } from '../time/days';
import { Temporal } from '../time/temporal';

/** Periods one chooses in a word, in days that end today; `own` has dates of its own. */
export const REPORT_PERIODS = ['7', '30', '90', '365', 'own'] as const;
export type ReportPeriod = (typeof REPORT_PERIODS)[number];

/** By what a period is divided. Weeks begin on Mondays. */
export const REPORT_UNITS = ['day', 'week', 'month'] as const;
export type ReportUnit = (typeof REPORT_UNITS)[number];

/** The reports there are, in the order of the page; each has a table and a file of its own. */
export const REPORTS = [
  'volume',
  'answer',
  'resolution',
  'deadlines',
  'backlog',
  'ratings',
  'teams',
  'agents',
] as const;
export type Report = (typeof REPORTS)[number];

/** What reports are narrowed to: days of the company's calendar (`YYYY-MM-DD`), both included. */
export type ReportFilter = {
  period: ReportPeriod;
  from: string;
  until: string;
  unit: ReportUnit;
  /** A team by its id; `none` is without one. */
  team?: string;
  type?: string;
};

/** Why dates somebody typed are no period: none, in the wrong order, or too far apart. */
export type DatesFault = 'missing' | 'order' | 'long';

/** The longest period, in days: two years and a day. */
export const MOST_DAYS = 732;
/** A chart of more parts than these cannot be read. */
const MOST_PARTS = 110;
const USUAL_PERIOD = '30';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const KEY = /^[a-z0-9][a-z0-9_-]{0,59}$/;

const dateOf = (text = ''): Temporal.PlainDate | null => (isDay(text) ? Temporal.PlainDate.from(text) : null);

const beginsAt = (date: Temporal.PlainDate, unit: ReportUnit): Temporal.PlainDate => {
  if (unit === 'month') return date.with({ day: 1 });
  return unit === 'week' ? date.subtract({ days: date.dayOfWeek - 1 }) : date;
};

const STEPS = { day: { days: 1 }, week: { weeks: 1 }, month: { months: 1 } } as const;

/** The first days of the parts of a period, in order; the first and the last part may lie in it in part alone. */
export const partsOf = ({ from, until, unit }: Pick<ReportFilter, 'from' | 'until' | 'unit'>): string[] => {
  const last = Temporal.PlainDate.from(until);
  const parts: string[] = [];
  let day = beginsAt(Temporal.PlainDate.from(from), unit);
  while (Temporal.PlainDate.compare(day, last) <= 0) {
    parts.push(day.toString());
    day = day.add(STEPS[unit]);
  }
  return parts;
};

const usualUnit = (days: number): ReportUnit => {
  if (days <= 31) return 'day';
  return days <= 190 ? 'week' : 'month';
};

type Dates = { from: string; until: string };

const unitFor = (wanted: string | undefined, dates: Dates, days: number): ReportUnit => {
  const unit = REPORT_UNITS.find((one) => one === wanted);
  return unit && partsOf({ ...dates, unit }).length <= MOST_PARTS ? unit : usualUnit(days);
};

const ownDates = (query: Record<string, string>): Dates | DatesFault => {
  const [from, until] = [dateOf(query.from), dateOf(query.until)];
  if (!from || !until) return 'missing';
  const days = from.until(until).days + 1;
  if (days < 1) return 'order';
  return days > MOST_DAYS ? 'long' : { from: from.toString(), until: until.toString() };
};

const lastDays = (today: string, days: number): Dates => ({
  from: Temporal.PlainDate.from(today)
    .subtract({ days: days - 1 })
    .toString(),
  until: today,
});

/**
 * Reads a filter from an address; `today` is the company's calendar day. What makes no sense narrows nothing; dates that
 * are no period are named, and the usual period stands in for them.
 */
export const readReportFilter = (
  query: Record<string, string>,
  today: string,
): { filter: ReportFilter; fault: DatesFault | null } => {
  const period = REPORT_PERIODS.find((one) => one === query.period) ?? USUAL_PERIOD;
  const own = period === 'own' ? ownDates(query) : null;
  const fault = typeof own === 'string' ? own : null;
  const dates = own !== null && typeof own !== 'string' ? own : lastDays(today, Number(fault ? USUAL_PERIOD : period));
  const days = Temporal.PlainDate.from(dates.from).until(dates.until).days + 1;
  const { team, type } = query;
  const filter: ReportFilter = {
    period,
    ...dates,
    unit: unitFor(query.unit, dates, days),
    ...(team && (team === 'none' || UUID.test(team)) ? { team } : {}),
    ...(type && KEY.test(type) ? { type } : {}),
  };
  return { filter, fault };
};

/** A filter as it stands in an address. */
export const reportAddressOf = ({ period, from, until, unit, team, type }: ReportFilter): Record<string, string> => ({
  period,
  ...(period === 'own' ? { from, until } : {}),
  unit,
  ...(team ? { team } : {}),
  ...(type ? { type } : {}),
});
