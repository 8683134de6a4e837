import { z } from 'zod';
import { action } from '../kernel/action';
import { mergeTicket } from './merging';
import { pairForUpdate } from './pair';
import { typedNumber } from './typed-number';

/**
 * Closes a request as a duplicate of the one that goes on (`into`); see `mergeTicket` for who hears of it and who is put in
 * copy. `tickets.unmerge` takes it back. Refuses (`invalid`, beside `into`) what is not to be seen, is the same or closed.
 */
export const merge = action({
  permission: 'tickets.merge',
  input: z.object({ number: z.coerce.number().int().positive(), into: typedNumber }),
  async run(context) {
    const { input, audit } = context;
    const { ticket, other } = await pairForUpdate(context, input.number, { number: input.into, field: 'into' });
    const { copied } = await mergeTicket(context, [ticket, other], { reason: 'duplicate', field: 'into' });
    audit({ type: 'ticket', id: ticket.id }, { into: other.number, from: ticket.status, copied });
    return { number: ticket.number, into: other.number, copied };
  },
});
