import { FEEDBACK_PERIODS, type FeedbackPeriod } from '@/domain/articles/feedback';
import { LOCALES, type Locale } from '@/domain/people/locale';

type View = { period: FeedbackPeriod; language: Locale | ''; collection: string };

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
