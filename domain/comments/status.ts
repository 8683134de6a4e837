/** Where a comment stands. `erased` is for good: nothing of it is left but its place. */
export const COMMENT_STATUSES = ['waiting', 'approved', 'rejected', 'spam', 'erased'] as const;
export type CommentStatus = (typeof COMMENT_STATUSES)[number];

/** What moderators may make of a comment; pages read the same table to know which buttons to show. */
export const MODERATION: Record<CommentStatus, readonly CommentStatus[]> = {
  waiting: ['approved', 'rejected', 'spam'],
  approved: ['rejected', 'spam', 'waiting'],
  rejected: ['approved', 'waiting'],
  spam: ['approved', 'waiting'],
  erased: [],
};

/** Why a comment is refused; its author is told. `other` says why in words. */
export const REJECTION_REASONS = ['off-topic', 'request', 'personal-data', 'rude', 'repeated', 'other'] as const;
export type RejectionReason = (typeof REJECTION_REASONS)[number];

/** Why readers report a comment. */
export const REPORT_REASONS = ['advert', 'rude', 'personal-data', 'wrong', 'other'] as const;
export type ReportReason = (typeof REPORT_REASONS)[number];

/** What happens to comments, append-only. */
export const COMMENT_EVENT_KINDS = [
  'written',
  'edited',
  'approved',
  'rejected',
  'marked-spam',
  'requeued',
  'reported',
  'erased',
] as const;
export type CommentEventKind = (typeof COMMENT_EVENT_KINDS)[number];

const STATUS_AFTER: Partial<Record<CommentEventKind, CommentStatus>> = {
  written: 'waiting',
  approved: 'approved',
  rejected: 'rejected',
  'marked-spam': 'spam',
  requeued: 'waiting',
  erased: 'erased',
};

/** Where a comment stands after its history, oldest fact first. */
export const statusAfter = (kinds: readonly CommentEventKind[]): CommentStatus => {
  let status: CommentStatus = 'waiting';
  for (const kind of kinds) if (status !== 'erased') status = STATUS_AFTER[kind] ?? status;
  return status;
};

/** A fact of a history: who it is from (`null` is Guichet itself); `back` marks a decision that took another one back. */
export type CommentFact = { kind: CommentEventKind; back: boolean; by: string | null };

/** What moderators decide, and Guichet for them. */
const DECISIONS: readonly CommentEventKind[] = ['approved', 'rejected', 'marked-spam', 'requeued'];

/** Who else has decided on a comment since this moderator did, oldest fact first; `null` where nobody has. */
export const decidedSince = (facts: readonly CommentFact[], moderatorId: string): string | null => {
  const last = facts.findLast(({ kind, by }) => DECISIONS.includes(kind) && by !== null);
  return last && last.by !== moderatorId ? last.by : null;
};

/**
 * Where taking back the last decision on a comment leads, oldest fact first: to where it stood before; what had been refused
 * waits, since the reason is gone with the decision. `null` where there is none to take back, or it was taken back already.
 */
export const statusBefore = (facts: readonly CommentFact[]): 'waiting' | 'approved' | 'spam' | null => {
  const last = facts.findLastIndex(({ kind }) => STATUS_AFTER[kind] !== undefined);
  const decision = facts[last];
  if (!decision || decision.back || !['approved', 'rejected', 'marked-spam'].includes(decision.kind)) return null;
  const before = statusAfter(facts.slice(0, last).map(({ kind }) => kind));
  return before === 'approved' || before === 'spam' ? before : 'waiting';
};
