import { z } from 'zod';
import { listTickets } from '@/db/tickets/queries';
import { CUSTOMER_STATES, STATUS_RULES, TICKET_STATUSES } from '@/domain/tickets/status';
import { query } from '../kernel/action';

const PAGE_SIZE = 25;

/** The customer's requests (*Mes demandes*): their own, or all they may see in their organisation; 25 a page, newest activity first. */
export const list = query({
  permission: 'tickets.list',
  input: z.object({
    scope: z.enum(['own', 'organisation']).default('own'),
    state: z.enum(CUSTOMER_STATES).optional(),
    page: z.coerce.number().int().min(1).max(10_000).default(1),
  }),
  async run({ db, actor, input }) {
    const statuses =
      input.state && TICKET_STATUSES.filter((status) => STATUS_RULES[status].customerState === input.state);
    const requesterId = input.scope === 'own' && actor.kind === 'user' ? actor.id : undefined;
    const offset = (input.page - 1) * PAGE_SIZE;
    const rows = await listTickets(db, actor, { statuses, requesterId }, { limit: PAGE_SIZE + 1, offset });
    return { tickets: rows.slice(0, PAGE_SIZE), page: input.page, more: rows.length > PAGE_SIZE };
  },
});
