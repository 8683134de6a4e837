import { z } from 'zod';
import { listBlocked } from '@/db/blocking/queries';
import { query } from '../kernel/action';

const PAGE_SIZE = 50;

/**
 * Addresses and domains that no request is taken from, in the order of their letters, 50 a page, narrowed by a piece of them.
 * A page goes on after one of them, or ends before it.
 */
export const list = query({
  permission: 'blocking.list',
  input: z.object({
    text: z.string().trim().max(200).optional(),
    after: z.string().max(254).optional(),
    before: z.string().max(254).optional(),
  }),
  async run({ db, input: { text, after, before } }) {
    const rows = await listBlocked(db, { text, after, before, limit: PAGE_SIZE + 1 });
    const backwards = before !== undefined && after === undefined;
    const more = rows.length > PAGE_SIZE;
    const blocked = backwards ? rows.slice(more ? 1 : 0) : rows.slice(0, PAGE_SIZE);
    return {
      blocked,
      previous: (backwards ? more : after !== undefined) ? (blocked[0]?.pattern ?? null) : null,
      next: backwards || more ? (blocked.at(-1)?.pattern ?? null) : null,
    };
  },
});
