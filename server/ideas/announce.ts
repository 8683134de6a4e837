import { z } from 'zod';
import { ideaForUpdate, ideaHistory, markIdeaTold } from '@/db/ideas/queries';
import { toldOfIdea } from '@/db/ideas/telling';
import { supportersToTell } from '@/db/ideas/votes';
import { action } from '../kernel/action';

/** So many people are told in one transaction; the next job tells the rest. */
const BATCH = 200;

/**
 * Tells who supports an idea what became of it, once for each decision: its author among them. `told` are people who have
 * read it elsewhere; `after` goes on behind one person where there are many.
 */
export const announce = action({
  permission: 'ideas.announce',
  input: z.object({
    ideaId: z.uuid(),
    told: z.array(z.uuid()).default([]),
    after: z.uuid().nullable().default(null),
  }),
  async run({ tx, input, outbox, audit, idle }) {
    const idea = await ideaForUpdate(tx, input.ideaId);
    const last = (await ideaHistory(tx, idea.id)).filter(({ kind }) => kind === 'moved' || kind === 'merged').at(-1);
    // Whoever came first told it; who is in the middle of telling goes on.
    if (!last || (input.after === null && idea.toldEventId === last.id)) {
      idle();
      return { told: 0 };
    }
    await markIdeaTold(tx, idea.id, last.id);
    const people = await supportersToTell(tx, idea.id, input.after, BATCH);
    const data = await toldOfIdea(tx, idea);
    for (const person of people) {
      // Nobody is told of what they did themselves.
      if (person.id === last.actorId || input.told.includes(person.id)) continue;
      await outbox.mail({
        template: 'ideas.moved',
        to: person,
        thread: `idea:${idea.number}`,
        data: { ...data, own: person.id === idea.authorId },
      });
    }
    const rest = people.length === BATCH ? people.at(-1)?.id : undefined;
    if (rest) {
      const { ideaId, told } = input;
      await outbox.job('ideas.announce', { ideaId, told, after: rest }, { key: `ideas.announce:${ideaId}:${rest}` });
    }
    audit({ type: 'idea', id: idea.id }, { number: idea.number, told: people.length });
    return { told: people.length };
  },
});
