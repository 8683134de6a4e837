import { z } from 'zod';
import { listKeptTags } from '@/db/tickets/tag-keeping';
import { query } from '../kernel/action';
import { partFields, placeValue, turns } from '../kernel/part';

const PAGE_SIZE = 50;

/** The tags that requests are filed under, by name, 50 a page, narrowed by a piece of it, with how often each is used. */
export const list = query({
  permission: 'tags.list',
  input: z.object({
    text: z.string().trim().max(200).optional(),
    ...partFields(z.tuple([placeValue.text])),
  }),
  async run({ db, input: { text, after, before } }) {
    const page = await listKeptTags(db, text, { after, before, size: PAGE_SIZE });
    return { tags: page.rows, ...turns(page) };
  },
});
