import { z } from 'zod';
import { listAccounts } from '@/db/people/accounts';
import { ROLES } from '@/domain/people/roles';
import { query } from '../kernel/action';

const PAGE_SIZE = 50;

/** All accounts by name, 50 a page, narrowed by a piece of name or address and by role. */
export const list = query({
  permission: 'people.list',
  input: z.object({
    text: z.string().trim().max(200).optional(),
    role: z.enum(ROLES).optional(),
    page: z.coerce.number().int().min(1).max(10_000).default(1),
  }),
  async run({ db, input }) {
    const offset = (input.page - 1) * PAGE_SIZE;
    const rows = await listAccounts(db, { text: input.text, role: input.role }, { limit: PAGE_SIZE + 1, offset });
    return { people: rows.slice(0, PAGE_SIZE), page: input.page, more: rows.length > PAGE_SIZE };
  },
});
