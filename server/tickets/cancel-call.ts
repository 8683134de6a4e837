import { z } from 'zod';
import { openCallById, updateCall } from '@/db/tickets/calls';
import { visibleTicketForUpdate } from '@/db/tickets/queries';
import { recomputeTicket } from '@/db/tickets/recompute';
import { decidesOn } from '@/domain/access/copies';
import { Refusal } from '@/domain/refusal';
import { action } from '../kernel/action';
import { noteCall, tellCall } from './tell-call';

/**
 * Calls a call off, proposed or agreed on: the desk, or who decides on the request (`forbidden` for others who see it).
 * The other side is told; of an agreed call both are, so that it goes from their calendars.
 */
export const cancelCall = action({
  permission: 'tickets.cancelCall',
  limits: [{ max: 20, seconds: 600 }],
  input: z.object({ number: z.coerce.number().int().positive(), callId: z.uuid() }),
  async run(context) {
    const { tx, actor, input, audit } = context;
    const ticket = await visibleTicketForUpdate(tx, actor, input.number);
    if (actor.kind !== 'user' || !decidesOn(actor, ticket)) throw new Refusal('forbidden', 'errors.forbidden');
    const call = await openCallById(tx, ticket.id, input.callId);
    await updateCall(tx, call.id, { state: 'cancelled' });
    await noteCall(context, call, 'cancelled', { at: call.chosenAt });
    await recomputeTicket(tx, ticket.id);
    await tellCall(context, ticket, call, 'cancelled');
    audit({ type: 'ticket', id: ticket.id }, { call: call.id });
    return { number: ticket.number };
  },
});
