import { z } from 'zod';
import { deleteFollower } from '@/db/tickets/followers';
import { visibleTicketForUpdate } from '@/db/tickets/queries';
import { tellOfTicket } from '@/db/tickets/telling';
import { decidesOn } from '@/domain/access/copies';
import { notFound, Refusal } from '@/domain/refusal';
import { action } from '../kernel/action';

/** Takes a person out of copy: oneself (leaving), or others for whoever decides on the request. `not-found` when they are not in copy. */
export const removeFollower = action({
  permission: 'tickets.removeFollower',
  input: z.object({ number: z.coerce.number().int().positive(), userId: z.uuid() }),
  async run({ tx, actor, input, audit }) {
    const ticket = await visibleTicketForUpdate(tx, actor, input.number);
    const leaves = actor.kind === 'user' && actor.id === input.userId;
    if (!leaves && (actor.kind !== 'user' || !decidesOn(actor, ticket))) {
      throw new Refusal('forbidden', 'errors.forbidden');
    }
    if (!(await deleteFollower(tx, ticket.id, input.userId))) throw notFound('person');
    // No fact of its history, and their open pages end by it all the same.
    await tellOfTicket(tx, ticket.id, input.userId);
    audit({ type: 'ticket', id: ticket.id }, { userId: input.userId, left: leaves });
    return { number: ticket.number, left: leaves };
  },
});
