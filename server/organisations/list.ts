import { z } from 'zod';
import { listOrganisations } from '@/db/organisations/queries';
import { query } from '../kernel/action';
import { partFields, placeValue, turns } from '../kernel/part';

const PAGE_SIZE = 50;

/** All organisations by name, 50 a page, narrowed by a piece of the name or of a domain; `archived` shows those put away. */
export const list = query({
  permission: 'organisations.list',
  input: z.object({
    text: z.string().trim().max(200).optional(),
    archived: z.boolean().default(false),
    ...partFields(z.tuple([placeValue.text, placeValue.id])),
  }),
  async run({ db, input: { after, before, ...filter } }) {
    const page = await listOrganisations(db, filter, { after, before, size: PAGE_SIZE });
    return { organisations: page.rows, ...turns(page) };
  },
});
