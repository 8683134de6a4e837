import { z } from 'zod';
import {
  appendCommentEvent,
  commentSettings,
  insertReport,
  recomputeComment,
  visibleCommentForUpdate,
} from '@/db/comments/queries';
import { COMMENT_LIMITS } from '@/domain/comments/rules';
import { REPORT_REASONS } from '@/domain/comments/status';
import { notFound, Refusal } from '@/domain/refusal';
import { action } from '../kernel/action';
import { readableArticle } from '../kernel/readable-article';
import { authorBehind } from './author';
import { touchComments } from './progress';

/**
 * Reports a public comment to the moderators, once per person. As many reports as the settings say put it back into the
 * queue, out of sight. Refuses (`conflict`) a second report and a report of one's own comment.
 */
export const report = action({
  permission: 'comments.report',
  limits: [{ max: 20, seconds: 86_400 }],
  input: z.object({
    id: z.uuid(),
    reason: z.enum(REPORT_REASONS, 'errors.choice'),
    words: z.string().trim().max(COMMENT_LIMITS.words).optional(),
  }),
  async run({ tx, actor, input, now, outbox, audit }) {
    const me = authorBehind(actor);
    const comment = await visibleCommentForUpdate(tx, actor, input.id);
    readableArticle(actor, comment);
    if (comment.status !== 'approved') throw notFound('comment');
    if (comment.authorId === me.id) throw new Refusal('conflict', 'errors.commentOwn');
    const reported = { commentId: comment.id, reporterId: me.id, reason: input.reason, words: input.words || null };
    if (!(await insertReport(tx, { ...reported, at: now }))) {
      throw new Refusal('conflict', 'errors.commentReportedAlready');
    }
    const data = { reason: input.reason };
    await appendCommentEvent(tx, comment.id, { kind: 'reported', actorId: me.id, data, at: now });
    const reports = comment.openReports + 1;
    if (reports >= (await commentSettings(tx)).reportLimit) {
      await appendCommentEvent(tx, comment.id, { kind: 'requeued', actorId: null, data: { reports }, at: now });
      await touchComments(outbox);
    }
    const status = await recomputeComment(tx, comment.id);
    audit({ type: 'comment', id: comment.id }, { reason: input.reason, status });
    return { id: comment.id };
  },
});
