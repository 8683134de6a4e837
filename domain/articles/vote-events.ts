/** What can happen to a reader's vote: given, given anew, dealt with by an editor, taken up again. */
export const VOTE_EVENT_KINDS = ['voted', 'changed', 'handled', 'reopened'] as const;
export type VoteEventKind = (typeof VOTE_EVENT_KINDS)[number];
