import type { FeedbackPeriod } from '@/domain/articles/feedback';

const WEEK_MS = 7 * 86_400_000;

/** The instant a period of weeks reaches back to; none for `all`. */
export const sinceOf = (period: FeedbackPeriod, now: Date): Date | undefined =>
  period === 'all' ? undefined : new Date(now.getTime() - Number(period) * WEEK_MS);
