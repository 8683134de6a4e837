import { z } from 'zod';
import { countTicketsByStatus, listTickets } from '@/db/tickets/queries';
import { TICKET_STATUSES } from '@/domain/tickets/status';
import { query } from '../kernel/action';
import { actorId } from './progress';

const PAGE_SIZE = 50;

/** The desk's list with counts per status; 50 a page, newest activity first. */
export const queue = query({
  permission: 'tickets.queue',
  input: z.object({
    status: z.enum(TICKET_STATUSES).optional(),
    mine: z.boolean().default(false),
    /** Requests that were put out of the way, which are left out otherwise. */
    sleeping: z.boolean().default(false),
    page: z.coerce.number().int().min(1).max(10_000).default(1),
  }),
  async run({ db, actor, input }) {
    const assigneeId = input.mine ? (actorId(actor) ?? undefined) : undefined;
    const { sleeping } = input;
    const offset = (input.page - 1) * PAGE_SIZE;
    const statuses = input.status && [input.status];
    const rows = await listTickets(db, actor, { statuses, assigneeId, sleeping }, { limit: PAGE_SIZE + 1, offset });
    const counts = await countTicketsByStatus(db, actor, { assigneeId, sleeping });
    return { tickets: rows.slice(0, PAGE_SIZE), page: input.page, more: rows.length > PAGE_SIZE, counts };
  },
});
