import type { CommentStatus } from './status';

/** Lengths in characters, told beside the fields and kept by the server. */
export const COMMENT_LIMITS = { body: 4000, words: 1000 } as const;

/** How long an author may still change what they wrote. */
export const EDIT_MINUTES = 15;

/** A decision is told to the author after this many seconds, so that it can be undone before anybody hears of it. */
export const SECONDS_TO_UNDO = 15;

/** What moderators decide for the whole site. */
export type CommentSettings = {
  /** Comments of people who had one approved, and none refused, appear at once. */
  trustApproved: boolean;
  /** So many readers' reports put a comment back into the queue. */
  reportLimit: number;
};
export const DEFAULT_COMMENT_SETTINGS: CommentSettings = { trustApproved: false, reportLimit: 3 };

type Written = { authorId: string; status: CommentStatus; createdAt: Date };

/** The instant until which the author may change a comment; `null` where nobody may any more. */
export const editableUntil = ({ status, createdAt }: Omit<Written, 'authorId'>): Date | null =>
  status === 'waiting' || status === 'approved' ? new Date(createdAt.getTime() + EDIT_MINUTES * 60_000) : null;

/** Whether this person may change the comment now. */
export const mayEdit = (comment: Written, personId: string, now: Date): boolean => {
  const until = editableUntil(comment);
  return comment.authorId === personId && until !== null && now < until;
};
