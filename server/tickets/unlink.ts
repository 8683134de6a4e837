import { z } from 'zod';
import { recomputeTicket } from '@/db/tickets/recompute';
import { LINK_ROLES } from '@/domain/tickets/links';
import { action } from '../kernel/action';
import { unlinkTickets } from './linking';
import { pairForUpdate } from './pair';
import { typedNumber } from './typed-number';

/** Takes a link between two requests away. Does nothing where there is none any more. */
export const unlink = action({
  permission: 'tickets.unlink',
  input: z.object({ number: z.coerce.number().int().positive(), other: typedNumber, role: z.enum(LINK_ROLES) }),
  async run(context) {
    const { tx, input, audit } = context;
    const { ticket, other } = await pairForUpdate(context, input.number, { number: input.other, field: 'other' });
    if (await unlinkTickets(context, ticket, other, input.role)) {
      await recomputeTicket(tx, ticket.id);
      await recomputeTicket(tx, other.id);
    }
    audit({ type: 'ticket', id: ticket.id }, { other: other.number, role: input.role });
    return { number: ticket.number };
  },
});
