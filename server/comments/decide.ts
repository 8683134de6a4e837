import { z } from 'zod';
import {
  appendCommentEvent,
  type Comment,
  closeReports,
  recomputeComment,
  updateComment,
  visibleCommentForUpdate,
} from '@/db/comments/queries';
import { type CommentEventKind, type CommentStatus, MODERATION, type RejectionReason } from '@/domain/comments/status';
import { Refusal } from '@/domain/refusal';
import type { ActionContext } from '../kernel/action';
import { tellLater, touchComments } from './progress';

/** The comments a moderator decides upon, in one go. */
export const idsField = z.array(z.uuid()).min(1, 'errors.chooseComments').max(200);

type Decision = {
  kind: Extract<CommentEventKind, 'approved' | 'rejected' | 'marked-spam' | 'requeued'>;
  to: CommentStatus;
  rejection?: { reason: RejectionReason; words: string | null };
  /** It takes another decision back. */
  back?: true;
};

type Context = Pick<ActionContext<{ ids: string[] }>, 'tx' | 'actor' | 'now' | 'outbox'>;

const decideOne = async ({ tx, actor, now, outbox }: Context, comment: Comment, decision: Decision): Promise<void> => {
  const { kind, to, rejection, back } = decision;
  if (!MODERATION[comment.status].includes(to)) throw new Refusal('conflict', 'errors.commentMove');
  const actorId = actor.kind === 'user' ? actor.id : null;
  await updateComment(tx, comment.id, {
    rejection: rejection?.reason ?? null,
    rejectionWords: rejection?.words ?? null,
  });
  await closeReports(tx, comment.id, now);
  const data = { ...(rejection ? { reason: rejection.reason } : {}), ...(back ? { back } : {}) };
  await appendCommentEvent(tx, comment.id, { kind, actorId, data, at: now });
  await recomputeComment(tx, comment.id);
  await tellLater(outbox, comment.id, now);
};

/**
 * Takes comments to where a moderator wants them, all or none. One that is there already, or that its author has erased, is
 * left alone: two moderators may press at once; what was reported and stays counts as `kept`. Answers the ids that moved and where each came from.
 */
export const decide = async (
  context: Context,
  ids: readonly string[],
  decision: Decision,
): Promise<{ moved: { id: string; from: CommentStatus }[]; kept: number }> => {
  let kept = 0;
  const moved: { id: string; from: CommentStatus }[] = [];
  // In one order for everybody, so that two decisions at once wait for each other instead of blocking each other.
  for (const id of [...new Set(ids)].sort()) {
    const comment = await visibleCommentForUpdate(context.tx, context.actor, id);
    const looked = comment.status === decision.to && comment.openReports > 0;
    if (looked) {
      await closeReports(context.tx, id, context.now);
      kept += 1;
    }
    if (comment.status === decision.to || comment.status === 'erased') continue;
    await decideOne(context, comment, decision);
    moved.push({ id, from: comment.status });
  }
  await touchComments(context.outbox);
  return { moved, kept };
};
