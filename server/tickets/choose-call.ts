import { z } from 'zod';
import { openCallById, updateCall } from '@/db/tickets/calls';
import { visibleTicketForUpdate } from '@/db/tickets/queries';
import { recomputeTicket } from '@/db/tickets/recompute';
import { decidesOn } from '@/domain/access/copies';
import { invalidField, Refusal } from '@/domain/refusal';
import { isPhone } from '@/domain/tickets/calls';
import { STATUS_RULES } from '@/domain/tickets/status';
import { action } from '../kernel/action';
import { partyOf } from './progress';
import { noteCall, tellCall } from './tell-call';

/**
 * Chooses one of the proposed slots and says which number to call; both sides are told, with the entry for their
 * calendars. For who decides on the request on the customer's side (`forbidden` for others). Refuses (`invalid`) a slot
 * that was not proposed or is over, and what is no telephone number; a request that is resolved or closed has no calls
 * (`conflict`).
 */
export const chooseCall = action({
  permission: 'tickets.chooseCall',
  limits: [{ max: 20, seconds: 600 }],
  input: z.object({
    number: z.coerce.number().int().positive(),
    callId: z.uuid(),
    slot: z.coerce.number('errors.callChoose').int('errors.callChoose').positive('errors.callChoose'),
    phone: z.string().trim().min(1, 'errors.required').refine(isPhone, 'errors.phone'),
  }),
  async run(context) {
    const { tx, actor, input, now, audit } = context;
    const ticket = await visibleTicketForUpdate(tx, actor, input.number);
    if (actor.kind !== 'user' || partyOf(actor) !== 'requester' || !decidesOn(actor, ticket)) {
      throw new Refusal('forbidden', 'errors.forbidden');
    }
    if (STATUS_RULES[ticket.status].clock === 'stopped') throw new Refusal('conflict', 'errors.callOver');
    const call = await openCallById(tx, ticket.id, input.callId);
    if (call.state !== 'proposed') throw new Refusal('conflict', 'errors.callChosenAlready');
    if (!call.slots.includes(input.slot)) throw invalidField('slot', 'errors.callChoose');
    if (input.slot <= now.getTime()) throw invalidField('slot', 'errors.callSlotOver');
    const chosen = { state: 'chosen' as const, chosenAt: new Date(input.slot), chosenBy: actor.id, phone: input.phone };
    await updateCall(tx, call.id, chosen);
    await noteCall(context, call, 'chosen', { at: chosen.chosenAt });
    await recomputeTicket(tx, ticket.id);
    await tellCall(context, ticket, { ...call, ...chosen }, 'chosen');
    audit({ type: 'ticket', id: ticket.id }, { call: call.id, at: chosen.chosenAt.toISOString() });
    return { number: ticket.number };
  },
});
