import { z } from 'zod';
import { commentFacts, visibleCommentForUpdate } from '@/db/comments/queries';
import { type CommentStatus, statusBefore } from '@/domain/comments/status';
import { type ActionContext, action } from '../kernel/action';
import { decide, idsField } from './decide';

const KINDS = { approved: 'approved', spam: 'marked-spam', waiting: 'requeued' } as const;

type Moved = { id: string; from: CommentStatus; to: keyof typeof KINDS };

/** By the history of each, never by what an address says of it: otherwise a link would publish what nobody has approved. */
const takeBack = async (context: ActionContext<{ ids: string[] }>, ids: readonly string[]): Promise<Moved[]> => {
  const all: Moved[] = [];
  // In the same order as all decisions.
  for (const id of [...new Set(ids)].sort()) {
    await visibleCommentForUpdate(context.tx, context.actor, id);
    const to = statusBefore(await commentFacts(context.tx, id));
    if (to === null) continue;
    const { moved } = await decide(context, [id], { kind: KINDS[to], to, back: true });
    all.push(...moved.map((one) => ({ ...one, to })));
  }
  return all;
};

const putBack = async (context: ActionContext<{ ids: string[] }>, ids: readonly string[]) => {
  const to = 'waiting' as const;
  const { moved, kept } = await decide(context, ids, { kind: 'requeued', to });
  return { moved: moved.map((one): Moved => ({ ...one, to })), kept };
};

/**
 * Puts comments back into the queue; with `back`, to where each stood before the last decision on it, which is how a decision is
 * undone.
 */
export const requeue = action({
  permission: 'comments.requeue',
  input: z.object({ ids: idsField, back: z.boolean().default(false) }),
  async run(context) {
    const { ids, back } = context.input;
    const done = back ? { moved: await takeBack(context, ids), kept: 0 } : await putBack(context, ids);
    context.audit({ type: 'comment', id: ids.join(' ') }, { moved: done.moved });
    return done;
  },
});
