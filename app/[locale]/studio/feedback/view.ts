import { FEEDBACK_PERIODS, type FeedbackPeriod } from '@/domain/articles/feedback';
import { LOCALES, type Locale } from '@/domain/people/locale';

type View = { period: FeedbackPeriod; language: Locale | ''; collection: string };

const LAST_PAGE = 10_000;

/** What a page of feedback shows, from its address; anything else there is as if it were not. */
export const viewOf = (query: Record<string, string>): View => ({
  period: FEEDBACK_PERIODS.find((period) => period === query.period) ?? '12',
  language: LOCALES.find((locale) => locale === query.language) ?? '',
  collection: query.collection ?? '',
});

/** The view as the verb takes it. */
export const filterOf = ({ period, language, collection }: View) => ({
  period,
  ...(language ? { locale: language } : {}),
  ...(collection ? { collection } : {}),
});

/** Which page of the list is asked for, counted from 1. */
export const pageIn = (query: Record<string, string>): number =>
  Math.min(LAST_PAGE, Math.max(1, Math.trunc(Number(query.page)) || 1));
