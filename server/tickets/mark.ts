import { z } from 'zod';
import { appendTicketEvent, visibleTicketForUpdate } from '@/db/tickets/queries';
import { recomputeTicket } from '@/db/tickets/recompute';
import { TICKET_MARKS } from '@/domain/tickets/history';
import { action } from '../kernel/action';
import { actorId } from './progress';

/** Says of a report that it is complete, or that its problem was reproduced, or takes that back: deadlines run only then. */
export const mark = action({
  permission: 'tickets.mark',
  input: z.object({
    number: z.coerce.number().int().positive(),
    mark: z.enum(TICKET_MARKS),
    on: z.boolean(),
  }),
  async run({ tx, actor, input, now, audit }) {
    const ticket = await visibleTicketForUpdate(tx, actor, input.number);
    if (ticket[input.mark] !== input.on) {
      const fact = { at: now.getTime(), actorId: actorId(actor), kind: 'marked' as const };
      await appendTicketEvent(tx, ticket.id, { ...fact, data: { mark: input.mark, on: input.on } });
      await recomputeTicket(tx, ticket.id);
    }
    audit({ type: 'ticket', id: ticket.id }, { mark: input.mark, on: input.on });
    return { number: ticket.number };
  },
});
