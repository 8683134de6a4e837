import { Temporal } from '../time/temporal';

/** Months after which an article is read again, where neither it nor its collection says otherwise. */
const REVIEW_EVERY = 12;
/** Days before a review is due in which editors are shown that it is near. */
const SOON_DAYS = 30;

/** What tells when an article is to be read again: a calendar day, and months between two reviews, own or the collection's. */
export type Reviewed = { reviewedOn: string; reviewEvery?: number | undefined; collectionEvery?: number | undefined };

const monthsOf = ({ reviewEvery, collectionEvery }: Reviewed): number => reviewEvery ?? collectionEvery ?? REVIEW_EVERY;

/** The calendar day from which an article wants to be read again. The 31st becomes the last day of shorter months. */
export const reviewDueOn = (article: Reviewed): string =>
  Temporal.PlainDate.from(article.reviewedOn)
    .add({ months: monthsOf(article) })
    .toString();

/**
 * Which reminder an article deserves on a day, named by the day its period began: none before it is due, then one for
 * each further period in which nobody has read it. A reminder that could not be sent in time is still the same one.
 */
export const reminderPeriod = (article: Reviewed, today: string): string | null => {
  const from = Temporal.PlainDate.from(article.reviewedOn);
  const passed = from.until(Temporal.PlainDate.from(today), { largestUnit: 'months' }).months;
  const periods = Math.floor(passed / monthsOf(article));
  return periods < 1 ? null : from.add({ months: periods * monthsOf(article) }).toString();
};

/** How urgent a review is, most urgent first. */
export const REVIEW_STATES = ['due', 'soon', 'fresh'] as const;
export type ReviewState = (typeof REVIEW_STATES)[number];

export const reviewState = (article: Reviewed, today: string): ReviewState => {
  const due = reviewDueOn(article);
  if (due <= today) return 'due';
  return due <= Temporal.PlainDate.from(today).add({ days: SOON_DAYS }).toString() ? 'soon' : 'fresh';
};

const FRONT = /^(---\r?\n)([\s\S]*?\r?\n)(---(?:\r?\n|$))/;
const REVIEWED = /^(reviewedOn:[ \t]*(["']?))\d{4}-\d\d-\d\d(?=\2[ \t]*(?:#[^\n]*)?\r?$)/gm;

/**
 * The text of an article's file with another day of review; every other byte stays as it was written. Null when the front
 * matter does not have exactly one such line.
 */
export const withReviewedOn = (source: string, day: string): string | null => {
  const front = FRONT.exec(source);
  if (!front) return null;
  const [whole, open = '', fields = '', close = ''] = front;
  if ([...fields.matchAll(REVIEWED)].length !== 1) return null;
  return `${open}${fields.replace(REVIEWED, `$1${day}`)}${close}${source.slice(whole.length)}`;
};
