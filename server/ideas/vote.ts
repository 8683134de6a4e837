import { z } from 'zod';
import { visibleIdeaForUpdate } from '@/db/ideas/queries';
import { insertVote, recountVotes, supports } from '@/db/ideas/votes';
import { IDEA_RULES } from '@/domain/ideas/states';
import { Refusal } from '@/domain/refusal';
import { action } from '../kernel/action';
import { numberField, personBehind, touchIdea } from './progress';

/**
 * Supports an idea; once per person, and doing so again changes nothing. Refuses (`conflict`) ideas that go on in another
 * one, and those that are done or decided against.
 */
export const vote = action({
  permission: 'ideas.vote',
  limits: [{ max: 60, seconds: 600 }],
  input: z.object(numberField),
  async run({ tx, actor, input, now, outbox, audit, idle }) {
    const person = personBehind(actor);
    const idea = await visibleIdeaForUpdate(tx, actor, input.number);
    if (idea.mergedIntoId || !IDEA_RULES[idea.state].takesVotes) throw new Refusal('conflict', 'errors.ideaVote');
    if ((await supports(tx, idea.id, person.id)) || !(await insertVote(tx, idea.id, person.id, now))) {
      idle();
      return { number: idea.number, votes: idea.votes };
    }
    const votes = await recountVotes(tx, idea.id);
    await touchIdea(outbox, idea);
    audit({ type: 'idea', id: idea.id }, { number: idea.number });
    return { number: idea.number, votes };
  },
});
