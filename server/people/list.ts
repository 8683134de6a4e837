import { z } from 'zod';
import { listAccounts } from '@/db/people/list';
import { countOpenOf } from '@/db/tickets/leaving';
import { worksOnTickets } from '@/domain/access/grants';
import { ROLES } from '@/domain/people/roles';
import { ACCOUNT_STATES } from '@/domain/people/states';
import { query } from '../kernel/action';
import { partFields, placeValue, turns } from '../kernel/part';

const PAGE_SIZE = 50;

/**
 * All accounts by name with the organisations they belong to and how many requests each has still to do, 50 a page,
 * narrowed by a piece of name, address or organisation, by role and by state.
 */
export const list = query({
  permission: 'people.list',
  input: z.object({
    text: z.string().trim().max(200).optional(),
    role: z.enum(ROLES).optional(),
    state: z.enum(ACCOUNT_STATES).optional(),
    ...partFields(z.tuple([placeValue.text, placeValue.id])),
  }),
  async run({ db, input: { after, before, ...filter } }) {
    const page = await listAccounts(db, filter, { after, before, size: PAGE_SIZE });
    // What would go back to the teams if they left the desk.
    const open = await countOpenOf(
      db,
      page.rows.filter(({ role }) => worksOnTickets(role)).map(({ id }) => id),
    );
    return { people: page.rows.map((person) => ({ ...person, open: open.get(person.id) ?? 0 })), ...turns(page) };
  },
});
