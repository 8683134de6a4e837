import { z } from 'zod';
import {
  appendCommentEvent,
  closeReports,
  recomputeComment,
  updateComment,
  visibleCommentForUpdate,
} from '@/db/comments/queries';
import { notFound } from '@/domain/refusal';
import { action } from '../kernel/action';
import { authorBehind } from './author';
import { touchComments } from './progress';

/** Erases one's own comment for good: its words are gone at once; its place stays where something answers it. */
export const erase = action({
  permission: 'comments.erase',
  input: z.object({ id: z.uuid() }),
  async run({ tx, actor, input, now, outbox, audit }) {
    const me = authorBehind(actor);
    const comment = await visibleCommentForUpdate(tx, actor, input.id);
    if (comment.authorId !== me.id || comment.status === 'erased') throw notFound('comment');
    await updateComment(tx, comment.id, { bodyHtml: '', bodyText: '', rejectionWords: null });
    await closeReports(tx, comment.id, now);
    await appendCommentEvent(tx, comment.id, { kind: 'erased', actorId: me.id, at: now });
    await recomputeComment(tx, comment.id);
    await touchComments(outbox);
    audit({ type: 'comment', id: comment.id }, { from: comment.status });
    return { id: comment.id };
  },
});
