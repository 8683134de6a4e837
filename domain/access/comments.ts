import type { CommentStatus } from '../comments/status';
import { type Actor, granteeOf } from './actor';
import { isGranted } from './grants';

/** What authorisation needs to know of a comment. */
export type CommentFacts = { authorId: string; status: CommentStatus };

/**
 * The row rule of comments as a predicate: everybody sees what is approved and the empty place of what was erased, authors
 * their own, moderators all. Who may not see the article is kept out before. `db/comments/visibility.ts` states the same
 * rule as SQL; a test holds the two together.
 */
export const maySeeComment = (actor: Actor, { authorId, status }: CommentFacts): boolean => {
  if (status === 'approved' || status === 'erased') return true;
  if (actor.kind === 'system' || isGranted('comments.queue', granteeOf(actor))) return true;
  return actor.kind === 'user' && actor.id === authorId;
};
