import { z } from 'zod';
import { visibleTicketForUpdate } from '@/db/tickets/queries';
import { recomputeTicket } from '@/db/tickets/recompute';
import { action } from '../kernel/action';
import { moveTicket } from './progress';

/** Marks a request as resolved: by the customer whose request it is, or by the desk. Refuses (`conflict`) where the status machine has no such move. */
export const resolve = action({
  permission: 'tickets.resolve',
  input: z.object({ number: z.coerce.number().int().positive() }),
  async run(context) {
    const ticket = await visibleTicketForUpdate(context.tx, context.actor, context.input.number);
    await moveTicket(context, ticket, 'resolved');
    await recomputeTicket(context.tx, ticket.id);
    context.audit({ type: 'ticket', id: ticket.id }, { from: ticket.status, to: 'resolved' });
    return { number: ticket.number, status: 'resolved' as const };
  },
});
