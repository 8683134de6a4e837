import { z } from 'zod';
import { visibleIdeaForUpdate } from '@/db/ideas/queries';
import { deleteVote, recountVotes } from '@/db/ideas/votes';
import { action } from '../kernel/action';
import { numberField, personBehind, touchIdea } from './progress';

/** Takes one's support back, whatever state the idea is in: who does so hears no more of it. Does nothing where there was none. */
export const withdraw = action({
  permission: 'ideas.withdraw',
  limits: [{ max: 60, seconds: 600 }],
  input: z.object(numberField),
  async run({ tx, actor, input, outbox, audit, idle }) {
    const person = personBehind(actor);
    const idea = await visibleIdeaForUpdate(tx, actor, input.number);
    if (!(await deleteVote(tx, idea.id, person.id))) {
      idle();
      return { number: idea.number, votes: idea.votes };
    }
    const votes = await recountVotes(tx, idea.id);
    if (idea.publishedAt) await touchIdea(outbox, idea);
    audit({ type: 'idea', id: idea.id }, { number: idea.number });
    return { number: idea.number, votes };
  },
});
