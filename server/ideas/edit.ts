import { z } from 'zod';
import { appendIdeaEvent, recomputeIdea, updateIdeaWords, visibleIdeaForUpdate } from '@/db/ideas/queries';
import { Refusal } from '@/domain/refusal';
import { action } from '../kernel/action';
import { actorId, keptWords, numberField, touchIdea, wordFields } from './progress';

/**
 * Puts an idea into words that everybody may read and find. `seenAt` is the moment of the version the editor saw: when somebody else
 * changed it meanwhile the act is refused (`conflict`).
 */
export const edit = action({
  permission: 'ideas.edit',
  input: z.object({ ...numberField, ...wordFields, seenAt: z.coerce.date() }),
  async run({ tx, actor, input, now, outbox, audit }) {
    const { number, seenAt, ...said } = input;
    const idea = await visibleIdeaForUpdate(tx, actor, number);
    if (idea.changedAt.getTime() !== seenAt.getTime()) throw new Refusal('conflict', 'errors.editedMeanwhile');
    await updateIdeaWords(tx, idea.id, keptWords(said));
    await appendIdeaEvent(tx, idea.id, { kind: 'edited', actorId: actorId(actor), data: {}, at: now.getTime() });
    await recomputeIdea(tx, idea.id);
    if (idea.publishedAt) await touchIdea(outbox, idea);
    audit({ type: 'idea', id: idea.id }, { number, before: idea.title });
    return { number };
  },
});
