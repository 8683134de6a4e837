import { z } from 'zod';
import { visibleTicketForUpdate } from '@/db/tickets/queries';
import { recomputeTicket } from '@/db/tickets/recompute';
import { Refusal } from '@/domain/refusal';
import { TICKET_STATUSES } from '@/domain/tickets/status';
import { action } from '../kernel/action';
import { moveTicket } from './progress';

/**
 * Takes a request to another status. `from` is the status the agent saw: when somebody else moved the request in the
 * meantime the act is refused (`conflict`) instead of overwriting theirs.
 */
export const move = action({
  permission: 'tickets.move',
  input: z.object({
    number: z.coerce.number().int().positive(),
    from: z.enum(TICKET_STATUSES),
    to: z.enum(TICKET_STATUSES),
  }),
  async run(context) {
    const { from, to, number } = context.input;
    const ticket = await visibleTicketForUpdate(context.tx, context.actor, number);
    if (ticket.status !== from) throw new Refusal('conflict', 'errors.ticketMovedMeanwhile', { status: ticket.status });
    await moveTicket(context, ticket, to);
    await recomputeTicket(context.tx, ticket.id);
    context.audit({ type: 'ticket', id: ticket.id }, { from, to });
    return { number: ticket.number, status: to };
  },
});
