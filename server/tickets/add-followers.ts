import { z } from 'zod';
import { visibleTicketForUpdate } from '@/db/tickets/queries';
import { tellOfTicket } from '@/db/tickets/telling';
import { decidesOn } from '@/domain/access/copies';
import { Refusal } from '@/domain/refusal';
import { action } from '../kernel/action';
import { addCopies, copyFields } from './copies';

/**
 * Puts people in copy of a request: they see it, get its mails and may answer. For its requester, the managers of its
 * organisation and the desk (`forbidden` for others who see it).
 */
export const addFollowers = action({
  permission: 'tickets.addFollowers',
  limits: [{ max: 60, seconds: 3600 }],
  input: z.object({ number: z.coerce.number().int().positive(), ...copyFields }),
  async run(context) {
    const { tx, actor, input, audit } = context;
    const ticket = await visibleTicketForUpdate(tx, actor, input.number);
    if (actor.kind !== 'user' || !decidesOn(actor, ticket)) throw new Refusal('forbidden', 'errors.forbidden');
    const added = await addCopies(context, ticket, input);
    // No fact of its history: their lists hear of it all the same.
    if (added > 0) await tellOfTicket(tx, ticket.id);
    audit({ type: 'ticket', id: ticket.id }, { added });
    return { number: ticket.number, added };
  },
});
