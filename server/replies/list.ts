import { z } from 'zod';
import { listReplies } from '@/db/replies/queries';
import { query } from '../kernel/action';
import { partFields, placeValue, turns } from '../kernel/part';

const PAGE_SIZE = 50;

/** All canned replies by title, 50 a page, narrowed by a piece of it, for who looks after them. */
export const list = query({
  permission: 'replies.list',
  input: z.object({
    text: z.string().trim().max(200).optional(),
    ...partFields(z.tuple([placeValue.text, placeValue.id])),
  }),
  async run({ db, input: { text, after, before } }) {
    const page = await listReplies(db, text, { after, before, size: PAGE_SIZE });
    return { replies: page.rows, ...turns(page) };
  },
});
