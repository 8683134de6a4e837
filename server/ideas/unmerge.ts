import { z } from 'zod';
import { appendIdeaEvent, holdMerging, ideaForUpdate, visibleIdeaForUpdate } from '@/db/ideas/queries';
import { Refusal } from '@/domain/refusal';
import { action } from '../kernel/action';
import { settleBoth } from './merge';
import { actorId, numberField } from './progress';

/** Lets an idea stand for itself again, with its own voices. Refuses (`conflict`) where it already does. */
export const unmerge = action({
  permission: 'ideas.unmerge',
  input: z.object(numberField),
  async run(context) {
    const { tx, actor, input, now, audit } = context;
    await holdMerging(tx);
    const idea = await visibleIdeaForUpdate(tx, actor, input.number);
    if (!idea.mergedIntoId) throw new Refusal('conflict', 'errors.editedMeanwhile');
    const target = await ideaForUpdate(tx, idea.mergedIntoId);
    const data = { other: target.number, otherId: target.id };
    await appendIdeaEvent(tx, idea.id, { kind: 'unmerged', actorId: actorId(actor), data, at: now.getTime() });
    await settleBoth(context, idea, target);
    audit({ type: 'idea', id: idea.id }, { number: idea.number, from: target.number });
    return { number: idea.number };
  },
});
