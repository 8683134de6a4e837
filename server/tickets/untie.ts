import { visibleTicketForUpdate } from '@/db/tickets/queries';
import { recomputeTicket } from '@/db/tickets/recompute';
import { action } from '../kernel/action';
import { tieFacts, tieFields, untieTicket } from './tying';

/** Takes a tie between a request and an incident or a theme away. Does nothing where there is none any more. */
export const untie = action({
  permission: 'tickets.untie',
  input: tieFields,
  async run(context) {
    const { tx, actor, input, audit, idle } = context;
    const ticket = await visibleTicketForUpdate(tx, actor, input.number);
    if (await untieTicket(context, ticket, input)) await recomputeTicket(tx, ticket.id);
    else idle();
    audit({ type: 'ticket', id: ticket.id }, tieFacts(input));
    return { number: ticket.number };
  },
});
