import { z } from 'zod';
import { commentFacts, visibleCommentForUpdate } from '@/db/comments/queries';
import { namesOf } from '@/db/people/queries';
import { type CommentFact, type CommentStatus, decidedSince, statusBefore } from '@/domain/comments/status';
import { Refusal } from '@/domain/refusal';
import { type ActionContext, action } from '../kernel/action';
import { decide, idsField } from './decide';

const KINDS = { approved: 'approved', spam: 'marked-spam', waiting: 'requeued' } as const;

type Moved = { id: string; from: CommentStatus; to: keyof typeof KINDS };

type Context = ActionContext<{ ids: string[] }>;

/** Refuses (`conflict`, by name) to take back what somebody else has decided: one takes back one's own decisions. */
const checkOwn = async ({ tx, actor }: Context, facts: readonly CommentFact[]): Promise<void> => {
  const other = actor.kind === 'user' ? decidedSince(facts, actor.id) : null;
  if (other === null) return;
  const name = (await namesOf(tx, [other])).get(other) ?? '';
  throw new Refusal('conflict', 'errors.commentDecidedSince', { name });
};

/** By the history of each, never by what an address says of it: otherwise a link would publish what nobody has approved. */
const takeBack = async (context: Context, ids: readonly string[]): Promise<Moved[]> => {
  const all: Moved[] = [];
  // In the same order as all decisions.
  for (const id of [...new Set(ids)].sort()) {
    await visibleCommentForUpdate(context.tx, context.actor, id);
    const facts = await commentFacts(context.tx, id);
    await checkOwn(context, facts);
    const to = statusBefore(facts);
    if (to === null) continue;
    const { moved } = await decide(context, [id], { kind: KINDS[to], to, back: true });
    all.push(...moved.map((one) => ({ ...one, to })));
  }
  return all;
};

const putBack = async (context: Context, ids: readonly string[]) => {
  const to = 'waiting' as const;
  const { moved, kept } = await decide(context, ids, { kind: 'requeued', to });
  return { moved: moved.map((one): Moved => ({ ...one, to })), kept };
};

/**
 * Puts comments back into the queue; with `back`, to where each stood before the moderator's last decision on it,
 * which is how a decision is undone: all of them, or none (`conflict`) where a colleague has decided on one since.
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
