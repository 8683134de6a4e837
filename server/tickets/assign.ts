import { z } from 'zod';
import { visibleTicketForUpdate } from '@/db/tickets/queries';
import { recomputeTicket } from '@/db/tickets/recompute';
import { action } from '../kernel/action';
import { giveTicket } from './give';
import { tellGiven } from './tell-given';

/**
 * Gives a request to a team, to a person of the desk, or both; `null` takes it from them, and what is left out stays as it
 * is. Whoever has it now is told by mail, unless they took it themselves.
 */
export const assign = action({
  permission: 'tickets.assign',
  input: z.object({
    number: z.coerce.number().int().positive(),
    teamId: z.uuid('errors.choice').nullable().optional(),
    assigneeId: z.uuid('errors.choice').nullable().optional(),
  }),
  async run(context) {
    const { tx, actor, input, audit } = context;
    const ticket = await visibleTicketForUpdate(tx, actor, input.number);
    const given = await giveTicket(context, ticket, input);
    await recomputeTicket(tx, ticket.id);
    await tellGiven(context, [{ ticket, assigneeId: given.assigneeId }], input.assigneeId ? 'by name' : 'in turn');
    audit({ type: 'ticket', id: ticket.id }, given);
    return { number: ticket.number, ...given };
  },
});
