import { z } from 'zod';
import { countByState, listForReview, type QueuePlace } from '@/db/ideas/lists';
import { IDEA_STATES } from '@/domain/ideas/states';
import { query } from '../kernel/action';
import { partFields, placeValue, turns } from '../kernel/part';

const PAGE_SIZE = 50;

/** Ideas in a state for the product team, oldest first, 50 a page, with how many there are in each; `received` are those to read. */
export const queue = query({
  permission: 'ideas.queue',
  input: z.object({
    state: z.enum(IDEA_STATES).default('received'),
    text: z.string().trim().max(200).optional(),
    ...partFields<QueuePlace>(z.tuple([placeValue.instant, placeValue.number])),
  }),
  async run({ db, input: { state, text, after, before } }) {
    const [page, counts] = await Promise.all([
      listForReview(db, { state, text }, { after, before, size: PAGE_SIZE }),
      countByState(db),
    ]);
    return { ideas: page.rows.map(({ id: _, authorId: __, ...idea }) => idea), counts, ...turns(page) };
  },
});
