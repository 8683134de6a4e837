import { z } from 'zod';
import { visibleTicketForUpdate } from '@/db/tickets/queries';
import { recomputeTicket } from '@/db/tickets/recompute';
import { decidesOn } from '@/domain/access/copies';
import { Refusal } from '@/domain/refusal';
import { action } from '../kernel/action';
import { moveTicket } from './progress';

/** Marks a request as resolved: by whoever decides on it: its requester, managers of the organisation, the desk (`forbidden` for others who see it). Refuses (`conflict`) where the status machine has no such move. */
export const resolve = action({
  permission: 'tickets.resolve',
  input: z.object({ number: z.coerce.number().int().positive() }),
  async run(context) {
    const ticket = await visibleTicketForUpdate(context.tx, context.actor, context.input.number);
    if (context.actor.kind === 'user' && !decidesOn(context.actor, ticket)) {
      throw new Refusal('forbidden', 'errors.forbidden');
    }
    await moveTicket(context, ticket, 'resolved');
    await recomputeTicket(context.tx, ticket.id);
    context.audit({ type: 'ticket', id: ticket.id }, { from: ticket.status, to: 'resolved' });
    return { number: ticket.number, status: 'resolved' as const };
  },
});
