import { type ClosingReason, pointsElsewhere } from './moves';

/** What the requester thinks of how their request was handled, best first. */
export const RATINGS = ['satisfied', 'mixed', 'dissatisfied'] as const;
export type Rating = (typeof RATINGS)[number];

/** For how long (days) after the resolution a rating may be given or changed: later ones tell of something else. */
export const RATING_DAYS = 30;
/** Characters that may be said with a rating. */
export const RATING_COMMENT_LIMIT = 2_000;

const DAY_MS = 86_400_000;

/**
 * Whether a request may be rated now (epoch milliseconds): it was resolved or closed not too long ago, and by an answer of its own, not
 * because another request goes on in its place, nor as spam, nor because it was withdrawn.
 */
export const mayBeRated = (
  { resolvedAt, closingReason }: { resolvedAt: number | null; closingReason: ClosingReason | null },
  now: number,
): boolean => {
  if (resolvedAt === null || now - resolvedAt > RATING_DAYS * DAY_MS) return false;
  return closingReason !== 'spam' && closingReason !== 'withdrawn' && !pointsElsewhere(closingReason);
};

/** Whether the desk should look at it at once: somebody is not content, or took the time to say why. */
export const wantsAttention = (rating: Rating, comment: string | null): boolean =>
  rating === 'dissatisfied' || comment !== null;
