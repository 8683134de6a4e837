import type { SearchKind } from './answer';
import { fold } from './words';

/** Where words were typed: the page of results, a field with suggestions, the palette, the form of a request. */
export const SEARCH_SURFACES = ['page', 'suggestion', 'palette', 'request'] as const;

/** Longer queries are cut: nobody means to find a page of text. In characters. */
export const QUERY_LENGTH = 200;

/** A query as it is kept: what it is grouped under, and the same with its accents, to be shown. */
export type NormalisedQuery = { words: string; typed: string };

/** What names a person or an account has no place in a list of queries: addresses, and six figures or more in a row. */
const withoutTraces = (text: string): string =>
  text.replace(/[^\s@]+@[^\s@]+/g, '@').replace(/\+?\d(?:[\s.-]?\d){5,}/g, '#');

/**
 * What is kept of a query: lower case, one space between words, no punctuation around it, at most `QUERY_LENGTH`
 * characters, e-mail addresses and long numbers blotted out. `null` where nothing is left.
 */
export const normaliseQuery = (query: string): NormalisedQuery | null => {
  const typed = withoutTraces(query.slice(0, QUERY_LENGTH))
    .toLowerCase()
    .replace(/\s+/gu, ' ')
    .replace(/^[^\p{L}\p{N}@#]+|[^\p{L}\p{N}@#]+$/gu, '');
  return typed === '' ? null : { typed, words: fold(typed).replaceAll('’', "'") };
};

/** What answers a question by being read. One's own requests are found too, but are no answers. */
const ANSWER_KINDS: readonly SearchKind[] = ['article', 'question', 'release', 'resource', 'incident'];

/** Whether opening a result of this kind is reading an answer. */
export const isAnswer = (kind: SearchKind): boolean => ANSWER_KINDS.includes(kind);

/** The answer behind a result: a section of an article is the article, a question stands on a page with others. */
export const answerPath = (kind: SearchKind, href: string): string =>
  kind === 'question' ? href : href.replace(/#.*$/, '');

/**
 * What came of a reading: `open` while a request may still follow, `asked` when one did, `answered` when none did,
 * `unknown` when the reader could not be recognised.
 */
export const READING_OUTCOMES = ['open', 'asked', 'answered', 'unknown'] as const;
export type ReadingOutcome = (typeof READING_OUTCOMES)[number];

/** A request of the same reader within so many days means that the reading did not answer. */
export const FOLLOW_UP_DAYS = 7;

const DAY_MS = 86_400_000;

/**
 * What came of a reading of a reader we can recognise, from their requests. All in epoch milliseconds. The rule of
 * deflection; `db/search/readings.ts` states it as SQL, and a test holds both together.
 */
export const outcomeOf = (readAt: number, requestsAt: readonly number[], now: number): ReadingOutcome => {
  const until = readAt + FOLLOW_UP_DAYS * DAY_MS;
  if (requestsAt.some((at) => at > readAt && at <= until)) return 'asked';
  return now > until ? 'answered' : 'open';
};
