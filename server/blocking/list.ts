import { z } from 'zod';
import { listBlocked } from '@/db/blocking/queries';
import { query } from '../kernel/action';
import { partFields, placeValue, turns } from '../kernel/part';

const PAGE_SIZE = 50;

/** Addresses and domains that no request is taken from, in the order of their letters, 50 a page, narrowed by a piece of them. */
export const list = query({
  permission: 'blocking.list',
  input: z.object({
    text: z.string().trim().max(200).optional(),
    ...partFields(z.tuple([placeValue.text])),
  }),
  async run({ db, input: { text, after, before } }) {
    const page = await listBlocked(db, text, { after, before, size: PAGE_SIZE });
    return { blocked: page.rows, ...turns(page) };
  },
});
