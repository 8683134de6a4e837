import { z } from 'zod';
import type { Comment } from '@/db/comments/queries';
import { COMMENT_LIMITS, SECONDS_TO_UNDO } from '@/domain/comments/rules';
import type { Outbox } from '../kernel/outbox';

/** The tag of the pages that show comments. */
const COMMENTS_TAG = 'comments';

/** What somebody writes as a comment. */
export const bodyField = z.string().trim().min(1, 'errors.required').max(COMMENT_LIMITS.body);

/** The first comment of the thread a comment belongs to. */
export const threadOf = (comment: Pick<Comment, 'id' | 'parentId'>): string => comment.parentId ?? comment.id;

/** Pages that show comments are made anew. */
export const touchComments = (outbox: Outbox): Promise<void> => outbox.touch(COMMENTS_TAG);

/**
 * Tells people of where a comment then stands, a little later: a decision that is undone at once is told to nobody, and of
 * several in a row only the last.
 */
export const tellLater = (outbox: Outbox, commentId: string, now: Date): Promise<void> =>
  outbox.job(
    'comments.announce',
    { commentId },
    { key: `comments.announce:${commentId}`, runAt: new Date(now.getTime() + SECONDS_TO_UNDO * 1000) },
  );
