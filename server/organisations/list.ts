import { z } from 'zod';
import { listOrganisations } from '@/db/organisations/queries';
import { query } from '../kernel/action';

const PAGE_SIZE = 50;

/**
 * All organisations by name, 50 a page, narrowed by a piece of the name or of a domain; `archived` shows those put away. A
 * page goes on after an organisation, or ends before it.
 */
export const list = query({
  permission: 'organisations.list',
  input: z.object({
    text: z.string().trim().max(200).optional(),
    archived: z.boolean().default(false),
    after: z.uuid().optional(),
    before: z.uuid().optional(),
  }),
  async run({ db, input: { after, before, ...filter } }) {
    const rows = await listOrganisations(db, filter, { after, before, limit: PAGE_SIZE + 1 });
    const backwards = before !== undefined && after === undefined;
    const more = rows.length > PAGE_SIZE;
    const organisations = backwards ? rows.slice(more ? 1 : 0) : rows.slice(0, PAGE_SIZE);
    return {
      organisations,
      previous: (backwards ? more : after !== undefined) ? (organisations[0]?.id ?? null) : null,
      next: backwards || more ? (organisations.at(-1)?.id ?? null) : null,
    };
  },
});
