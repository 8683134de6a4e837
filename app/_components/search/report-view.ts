import type { Locale } from '@/domain/people/locale';
import { isLocale } from '@/domain/people/locale';
import { isReportDays, QUERY_LISTS, type QueryList, type ReportDays } from '@/domain/search/report';

/** What an editor looks at: a period, a language or all, and a list. */
export type ReportView = { days: ReportDays; language: Locale | null; list: QueryList };

const DEFAULT_DAYS: ReportDays = 30;

/** The view of an address; what it does not say, or says wrong, is the usual one. */
export const reportViewOf = (query: Record<string, string>): ReportView => {
  const days = Number(query.days);
  return {
    days: isReportDays(days) ? days : DEFAULT_DAYS,
    language: isLocale(query.language) ? query.language : null,
    list: QUERY_LISTS.find((list) => list === query.list) ?? 'frequent',
  };
};

/** A view as it stands in an address. */
export const viewQuery = ({ days, language, list }: ReportView): Record<string, string> => ({
  days: String(days),
  ...(language ? { language } : {}),
  ...(list === 'frequent' ? {} : { list }),
});

/** The address of a view on a page. */
export const viewAddress = (page: string, view: ReportView): string =>
  `${page}?${new URLSearchParams(viewQuery(view))}`;
