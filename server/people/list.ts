import { z } from 'zod';
import { listAccounts } from '@/db/people/list';
import { countOpenOf } from '@/db/tickets/leaving';
import { worksOnTickets } from '@/domain/access/grants';
import { ROLES } from '@/domain/people/roles';
import { ACCOUNT_STATES } from '@/domain/people/states';
import { query } from '../kernel/action';

const PAGE_SIZE = 50;

/**
 * All accounts by name with the organisations they belong to and how many requests each has still to do, 50 a page, narrowed by a piece of name, address or
 * organisation, by role and by state. A page goes on after an account, or ends before it.
 */
export const list = query({
  permission: 'people.list',
  input: z.object({
    text: z.string().trim().max(200).optional(),
    role: z.enum(ROLES).optional(),
    state: z.enum(ACCOUNT_STATES).optional(),
    after: z.uuid().optional(),
    before: z.uuid().optional(),
  }),
  async run({ db, input: { after, before, ...filter } }) {
    const rows = await listAccounts(db, filter, { after, before, limit: PAGE_SIZE + 1 });
    const backwards = before !== undefined && after === undefined;
    const more = rows.length > PAGE_SIZE;
    const people = backwards ? rows.slice(more ? 1 : 0) : rows.slice(0, PAGE_SIZE);
    // What would go back to the teams if they left the desk.
    const open = await countOpenOf(
      db,
      people.filter(({ role }) => worksOnTickets(role)).map(({ id }) => id),
    );
    return {
      people: people.map((person) => ({ ...person, open: open.get(person.id) ?? 0 })),
      previous: (backwards ? more : after !== undefined) ? (people[0]?.id ?? null) : null,
      next: backwards || more ? (people.at(-1)?.id ?? null) : null,
    };
  },
});
