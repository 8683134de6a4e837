import { z } from 'zod';
import { visibleTicketForUpdate } from '@/db/tickets/queries';
import { recomputeTicket } from '@/db/tickets/recompute';
import { Refusal } from '@/domain/refusal';
import { action } from '../kernel/action';
import { giveTicket } from './give';
import { tellGiven } from './tell-given';

/**
 * Gives a request to a team, to a person of the desk, or both; `null` takes it from them, and what is left out stays as it
 * is. Whoever has it now is told by mail, unless they took it themselves. `had` is whom the agent saw handling it: where
 * somebody else does by now the act is refused (`conflict`), so that two who take a request at once do not both believe they have it.
 */
export const assign = action({
  permission: 'tickets.assign',
  input: z.object({
    number: z.coerce.number().int().positive(),
    teamId: z.uuid('errors.choice').nullable().optional(),
    assigneeId: z.uuid('errors.choice').nullable().optional(),
    had: z.uuid('errors.choice').nullable().optional(),
  }),
  async run(context) {
    const { tx, actor, input, audit } = context;
    const ticket = await visibleTicketForUpdate(tx, actor, input.number);
    const { assigneeId, had } = input;
    const isOther = had !== undefined && ticket.assigneeId !== had && ticket.assigneeId !== assigneeId;
    if (assigneeId !== undefined && isOther) throw new Refusal('conflict', 'errors.ticketTakenMeanwhile');
    const given = await giveTicket(context, ticket, input);
    await recomputeTicket(tx, ticket.id);
    await tellGiven(context, [{ ticket, assigneeId: given.assigneeId }], input.assigneeId ? 'by name' : 'in turn');
    audit({ type: 'ticket', id: ticket.id }, given);
    return { number: ticket.number, ...given };
  },
});
