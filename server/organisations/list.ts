import { z } from 'zod';
import { listOrganisations } from '@/db/organisations/queries';
import { query } from '../kernel/action';

const PAGE_SIZE = 50;

/** All organisations by name, 50 a page, narrowed by a piece of the name or of a domain; `archived` shows those put away. */
export const list = query({
  permission: 'organisations.list',
  input: z.object({
    text: z.string().trim().max(200).optional(),
    archived: z.boolean().default(false),
    page: z.coerce.number().int().min(1).max(10_000).default(1),
  }),
  async run({ db, input: { text, archived, page } }) {
    const part = { limit: PAGE_SIZE + 1, offset: (page - 1) * PAGE_SIZE };
    const rows = await listOrganisations(db, { text, archived }, part);
    return { organisations: rows.slice(0, PAGE_SIZE), page, more: rows.length > PAGE_SIZE };
  },
});
