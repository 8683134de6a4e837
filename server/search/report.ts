import { z } from 'zod';
import { type LogPeriod, loggedQueries, logTotals } from '@/db/search/report';
import { LOCALES, type Locale } from '@/domain/people/locale';
import { QUERY_LISTS, REPORT_DAYS } from '@/domain/search/report';
import { query } from '../kernel/action';

const DAY_MS = 86_400_000;

/** What a report looks at: the last 7, 30 or 90 days, in one language or in all. */
export const reportFilter = {
  days: z.union(REPORT_DAYS.map((days) => z.literal(days))),
  locale: z.enum(LOCALES).nullable(),
};

/** The part of the log that a filter means. */
export const periodOf = ({ days, locale }: { days: number; locale: Locale | null }, now: Date): LogPeriod => ({
  since: new Date(now.getTime() - days * DAY_MS),
  locale,
});

/** The queries of a list, grouped by their words, most frequent first, and the figures over all queries. */
export const report = query({
  permission: 'search.report',
  input: z.object({
    ...reportFilter,
    list: z.enum(QUERY_LISTS),
    limit: z.number().int().min(1).max(5000).default(50),
  }),
  async run({ db, input, now }) {
    const period = periodOf(input, now);
    const [totals, rows] = await Promise.all([
      logTotals(db, period),
      loggedQueries(db, period, input.list, input.limit),
    ]);
    return { totals, rows };
  },
});
