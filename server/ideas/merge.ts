import { z } from 'zod';
import {
  appendIdeaEvent,
  holdMerging,
  type Idea,
  recomputeIdea,
  visibleIdea,
  visibleIdeaForUpdate,
} from '@/db/ideas/queries';
import { recountVotes } from '@/db/ideas/votes';
import { invalidField, Refusal } from '@/domain/refusal';
import { type ActionContext, action } from '../kernel/action';
import { typedNumber } from '../kernel/typed-number';
import { actorId, numberField, tellLater, touchIdea } from './progress';

type Merging = Pick<ActionContext<unknown>, 'tx' | 'actor' | 'now' | 'outbox'>;

/** Both ideas with their facts, voices and pages brought into step. */
export const settleBoth = async ({ tx, outbox }: Merging, idea: Idea, other: Idea): Promise<void> => {
  for (const one of [idea, other]) {
    await recomputeIdea(tx, one.id);
    await recountVotes(tx, one.id);
    await touchIdea(outbox, one);
  }
  if (idea.themeId || other.themeId) await outbox.touch('roadmap');
};

/** The idea that is to go on: published, standing for itself, and another one. Refuses (`invalid`, beside `into`). */
const targetOf = async ({ tx, actor }: Merging, idea: Idea, into: number): Promise<Idea> => {
  if (into === idea.number) throw invalidField('into', 'errors.ideaSame');
  const target = await visibleIdea(tx, actor, into).catch((error: unknown) => {
    throw error instanceof Refusal ? invalidField('into', 'errors.notFound.idea') : error;
  });
  if (target.mergedIntoId) throw invalidField('into', 'errors.ideaMerged');
  if (!target.publishedAt) throw invalidField('into', 'errors.ideaUnread');
  return target;
};

/**
 * Merges an idea into another one, which goes on with the voices of both; nobody is counted twice. Its author and whoever
 * supports it are told of that. Taken back by `ideas.unmerge`.
 */
export const merge = action({
  permission: 'ideas.merge',
  input: z.object({ ...numberField, into: typedNumber('errors.ideaNumber') }),
  async run(context) {
    const { tx, actor, input, now, outbox, audit } = context;
    await holdMerging(tx);
    const idea = await visibleIdeaForUpdate(tx, actor, input.number);
    if (idea.mergedIntoId) throw new Refusal('conflict', 'errors.editedMeanwhile');
    const target = await targetOf(context, idea, input.into);
    const data = { other: target.number, otherId: target.id };
    await appendIdeaEvent(tx, idea.id, { kind: 'merged', actorId: actorId(actor), data, at: now.getTime() });
    await settleBoth(context, idea, target);
    await tellLater(outbox, idea, now);
    audit({ type: 'idea', id: idea.id }, { number: idea.number, into: target.number });
    return { number: idea.number, into: target.number };
  },
});
