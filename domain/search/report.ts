/** The lists of the report: all queries, those without a result, those whose results nobody opened. */
export const QUERY_LISTS = ['frequent', 'nothing', 'unclicked'] as const;
export type QueryList = (typeof QUERY_LISTS)[number];

/** The periods the report can look at, in days. */
export const REPORT_DAYS = [7, 30, 90] as const;
export type ReportDays = (typeof REPORT_DAYS)[number];

/** Narrows a number of days to one of the report's. */
export const isReportDays = (value: number): value is ReportDays => REPORT_DAYS.some((days) => days === value);

/**
 * The share of settled visits or readings that no request followed, from 0 to 1; `null` while nothing is settled. What
 * is open or of unknown readers counts neither way.
 */
export const answeredShare = ({ answered, asked }: { answered: number; asked: number }): number | null =>
  answered + asked === 0 ? null : answered / (answered + asked);
