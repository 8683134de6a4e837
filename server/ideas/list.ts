import { z } from 'zod';
import { type IdeaPlace, listIdeas } from '@/db/ideas/lists';
import { supportedAmong } from '@/db/ideas/votes';
import { IDEA_VIEWS } from '@/domain/ideas/states';
import { query } from '../kernel/action';
import { partFields, placeValue, turns } from '../kernel/part';

const PAGE_SIZE = 30;

/** Published ideas of a view, 30 a page: the most supported first, or the newest. `supported` are those the caller supports, by number. */
export const list = query({
  permission: 'ideas.list',
  input: z.object({
    view: z.enum(IDEA_VIEWS).default('popular'),
    text: z.string().trim().max(200).optional(),
    ...partFields<IdeaPlace>(z.tuple([placeValue.number, placeValue.number])),
  }),
  async run({ db, actor, input: { view, text, after, before } }) {
    const page = await listIdeas(db, { view, text }, { after, before, size: PAGE_SIZE });
    const own =
      actor.kind === 'user'
        ? await supportedAmong(
            db,
            page.rows.map(({ id }) => id),
            actor.id,
          )
        : new Set();
    const ideas = page.rows.map(({ id, authorId, ...idea }) => ({
      ...idea,
      own: actor.kind === 'user' && authorId === actor.id,
      supported: own.has(id),
    }));
    return { ideas, ...turns(page) };
  },
});
