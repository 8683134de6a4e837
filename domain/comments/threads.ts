import type { CommentStatus } from './status';

type Placed = { id: string; parentId: string | null; status: CommentStatus };

/** A comment with its answers; threads are one level deep. */
export type Thread<Comment> = Comment & { answers: Comment[] };

/**
 * Comments in the order given, answers under what they answer. What its author erased stays as a place only where
 * something answers it; answers to what this reader does not see are not seen either.
 */
export const threadsOf = <Comment extends Placed>(comments: readonly Comment[]): Thread<Comment>[] => {
  const answers = comments.filter((comment) => comment.parentId !== null && comment.status !== 'erased');
  return comments
    .filter((comment) => comment.parentId === null)
    .map((comment) => ({ ...comment, answers: answers.filter((answer) => answer.parentId === comment.id) }))
    .filter((thread) => thread.status !== 'erased' || thread.answers.length > 0);
};
