import { z } from 'zod';
import { ideasOf } from '@/db/ideas/lists';
import { query } from '../kernel/action';
import { personBehind } from './progress';

/** What the signed-in person proposed, newest first, whatever became of it; 100 at most. */
export const own = query({
  permission: 'ideas.own',
  input: z.object({}),
  async run({ db, actor }) {
    const ideas = await ideasOf(db, personBehind(actor).id);
    return { ideas: ideas.map(({ id: _, authorId: __, ...idea }) => ({ ...idea, own: true, supported: true })) };
  },
});
