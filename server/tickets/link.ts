import { z } from 'zod';
import { recomputeTicket } from '@/db/tickets/recompute';
import { invalidField } from '@/domain/refusal';
import { LINK_ROLES } from '@/domain/tickets/links';
import { action } from '../kernel/action';
import { linkTickets } from './linking';
import { pairForUpdate } from './pair';
import { typedNumber } from './typed-number';

/** Links a request to another one: `role` is what it is to the other. Refuses (`invalid`, beside `other`) what is not to be seen, is the same, or is linked so already. */
export const link = action({
  permission: 'tickets.link',
  input: z.object({ number: z.coerce.number().int().positive(), other: typedNumber, role: z.enum(LINK_ROLES) }),
  async run(context) {
    const { tx, input, audit } = context;
    const { ticket, other } = await pairForUpdate(context, input.number, { number: input.other, field: 'other' });
    if (!(await linkTickets(context, ticket, other, input.role))) throw invalidField('other', 'errors.ticketLinked');
    await recomputeTicket(tx, ticket.id);
    await recomputeTicket(tx, other.id);
    audit({ type: 'ticket', id: ticket.id }, { other: other.number, role: input.role });
    return { number: ticket.number };
  },
});
