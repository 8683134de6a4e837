import { z } from 'zod';
import { appendCommentEvent, recomputeComment, updateComment, visibleCommentForUpdate } from '@/db/comments/queries';
import { EDIT_MINUTES, mayEdit } from '@/domain/comments/rules';
import { notFound, Refusal } from '@/domain/refusal';
import { action } from '../kernel/action';
import { bodyFromText } from '../kernel/bodies';
import { authorBehind } from './author';
import { bodyField, touchComments } from './progress';
import { needsNoModerator } from './trust';

/**
 * Changes one's own comment, within fifteen minutes of writing it. What a moderator had approved waits again, unless its
 * author is staff or trusted. Refuses (`conflict`) when it is too late.
 */
export const edit = action({
  permission: 'comments.edit',
  limits: [{ max: 30, seconds: 600 }],
  input: z.object({ id: z.uuid(), body: bodyField }),
  async run({ tx, actor, input, now, outbox, audit }) {
    const me = authorBehind(actor);
    const comment = await visibleCommentForUpdate(tx, actor, input.id);
    if (comment.authorId !== me.id) throw notFound('comment');
    if (!mayEdit(comment, me.id, now))
      throw new Refusal('conflict', 'errors.commentEditOver', { minutes: EDIT_MINUTES });
    const { html, text } = bodyFromText(input.body);
    await updateComment(tx, comment.id, { bodyHtml: html, bodyText: text, editedAt: now });
    await appendCommentEvent(tx, comment.id, { kind: 'edited', actorId: me.id, at: now });
    if (comment.status === 'approved') {
      const free = await needsNoModerator(tx, me);
      if (!free) await appendCommentEvent(tx, comment.id, { kind: 'requeued', actorId: null, at: now });
      await touchComments(outbox);
    }
    const status = await recomputeComment(tx, comment.id);
    audit({ type: 'comment', id: comment.id }, { status });
    return { id: comment.id, status };
  },
});
