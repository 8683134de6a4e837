import type { TicketStatus } from './status';

/** How long an act over many requests can be taken back, in seconds; its mails wait as long. */
export const UNDO_SECONDS = 60;

/** How long a view of the list that was taken away can be brought back, in seconds. */
export const RESTORE_SECONDS = 3_600;

/** What can be done to many requests at once. */
export const BULK_ACTS = ['give', 'move', 'grade', 'tag', 'untag', 'snooze'] as const;
export type BulkAct = (typeof BULK_ACTS)[number];

/** More requests are not changed at once. */
export const MOST_AT_ONCE = 100;

/** What an act made of a request: taken back only while it still stands so. */
export type MadeOf = {
  status: TicketStatus;
  teamId: string | null;
  assigneeId: string | null;
  criticality: string | null;
};

/**
 * What can be taken back: an act over many requests, an answer that has not left, a merge, whose mails wait as long, what the
 * desk has written into a request's form, or under which subject and type it has filed a request anew, and taking a view of the list away.
 */
export type UndoableAct = BulkAct | 'send' | 'merge' | 'correct' | 'refile' | 'dropView';

/** A view of the list that was taken away. */
export type DroppedView = {
  id: string;
  ownerId: string;
  name: string;
  shared: boolean;
  address: Record<string, string>;
};

/** What is kept to take an act back. */
export type UndoData = {
  act: UndoableAct;
  changed: readonly {
    ticketId: string;
    number: number;
    /** The places in the request's history, from 0, of the facts that the act added. */
    facts: readonly number[];
    made: MadeOf;
    tagsAdded: readonly string[];
    tagsDropped: readonly string[];
  }[];
  /** What was left as it was, and why: the key of the sentence. */
  left: readonly { number: number; why: string }[];
  view?: DroppedView;
};
