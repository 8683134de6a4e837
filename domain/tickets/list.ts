import type { TicketEvent } from './history';

/** Which requests a customer's list shows: one's own, those of the organisation, those one is in copy of. */
export const LIST_SCOPES = ['own', 'organisation', 'followed'] as const;
export type ListScope = (typeof LIST_SCOPES)[number];

/** By what a customer's list is sorted, newest or highest first. */
export const LIST_SORTS = ['activity', 'created', 'number'] as const;
export type ListSort = (typeof LIST_SORTS)[number];

/** Counts beside the views stop here: nobody acts otherwise on 1,000 requests than on 1,001. */
export const MOST_COUNTED = 1_000;

/**
 * Facts that make a request unread for the people whose request it is. Notes and assignments of staff move the last
 * activity, but there is nothing to read.
 */
export const NEWS_KINDS = [
  'opened',
  'replied',
  'moved',
  'graded',
  'call',
  'incident',
] as const satisfies readonly TicketEvent['kind'][];

/** A place in a list of requests: the value it is sorted by (epoch milliseconds, or a number) and the request's number. */
export type ListPlace = [value: number, number: number];

/** The words of a search in a list; beyond these few, more words find nothing more. */
export const searchWords = (text: string): string[] => text.trim().split(/\s+/).filter(Boolean).slice(0, 6);

/** The number somebody looks for, when that is what they typed: `1042`, `#1042`, `n° 1042`. */
export const soughtNumber = (text: string): number | null => {
  const [, digits] = /^\s*(?:#|n[°o]\s*)?(\d{1,12})\s*$/i.exec(text) ?? [];
  return digits ? Number(digits) : null;
};
