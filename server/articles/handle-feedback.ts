import { z } from 'zod';
import { appendVoteEvent, markHandled, voteForUpdate } from '@/db/articles/votes';
import { Refusal } from '@/domain/refusal';
import { action } from '../kernel/action';

/** Marks the reason of a vote as dealt with, or takes it up again. */
export const handleFeedback = action({
  permission: 'articles.handleFeedback',
  input: z.object({ id: z.uuid(), handled: z.boolean() }),
  async run({ tx, actor, input, now, audit }) {
    if (actor.kind !== 'user') throw new Refusal('forbidden', 'errors.signInFirst');
    const vote = await voteForUpdate(tx, input.id);
    if ((vote.handledAt !== null) !== input.handled) {
      await markHandled(tx, vote.id, input.handled ? { by: actor.id, at: now } : null);
      const kind = input.handled ? 'handled' : 'reopened';
      await appendVoteEvent(tx, { voteId: vote.id, kind, verdict: vote.verdict, actorId: actor.id, at: now });
    }
    audit({ type: 'vote', id: vote.id }, { article: vote.articleKey, handled: input.handled });
    return { handled: input.handled };
  },
});
