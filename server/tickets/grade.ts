import { z } from 'zod';
import { visibleTicketForUpdate } from '@/db/tickets/queries';
import { recomputeTicket } from '@/db/tickets/recompute';
import { action } from '../kernel/action';
import { regradeTicket } from './regrade';

/**
 * Sets the level of criticality of a request; its deadlines are reckoned anew. To lower it takes a reason (`invalid`
 * without), and the reason is sent to the requester.
 */
export const grade = action({
  permission: 'tickets.grade',
  input: z.object({
    number: z.coerce.number().int().positive(),
    level: z.string().min(1, 'errors.choice'),
    reason: z.string().trim().max(1_000).default(''),
  }),
  async run(context) {
    const { tx, actor, input, audit } = context;
    const ticket = await visibleTicketForUpdate(tx, actor, input.number);
    const { from, lowered } = await regradeTicket(context, ticket, input);
    if (from !== input.level) await recomputeTicket(tx, ticket.id);
    audit({ type: 'ticket', id: ticket.id }, { from, to: input.level });
    return { number: ticket.number, lowered };
  },
});
