import { visibleTicketForUpdate } from '@/db/tickets/queries';
import { recomputeTicket } from '@/db/tickets/recompute';
import { action } from '../kernel/action';
import { tieFacts, tieFields, tieTicket } from './tying';

/**
 * Ties a request to an incident or a theme of the roadmap. Its people read it on its page, and hear of each update of an
 * incident from then on; of the tie itself nobody is told. Done already, it does nothing. Refuses (`invalid`, beside `id`)
 * what is not there.
 */
export const tie = action({
  permission: 'tickets.tie',
  input: tieFields,
  async run(context) {
    const { tx, actor, input, audit, idle } = context;
    const ticket = await visibleTicketForUpdate(tx, actor, input.number);
    if (await tieTicket(context, ticket, input)) await recomputeTicket(tx, ticket.id);
    else idle();
    audit({ type: 'ticket', id: ticket.id }, tieFacts(input));
    return { number: ticket.number };
  },
});
