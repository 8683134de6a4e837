import { z } from 'zod';
import { markTicketRead } from '@/db/tickets/customer-list';
import { visibleTicket } from '@/db/tickets/queries';
import { action } from '../kernel/action';
import { actorId } from './progress';

/** Notes that the actor has read all there is in a request, so that their list no longer marks it. No audit: reading is nobody's business. */
export const read = action({
  permission: 'tickets.read',
  unaudited: true,
  input: z.object({ number: z.coerce.number().int().positive() }),
  async run({ tx, actor, input, now }) {
    const ticket = await visibleTicket(tx, actor, input.number);
    const reader = actorId(actor);
    if (reader) await markTicketRead(tx, reader, ticket.id, now);
    return { number: ticket.number };
  },
});
