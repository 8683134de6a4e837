import { z } from 'zod';
import { callParty, insertCall, openCallOf, type TicketCall, updateCall } from '@/db/tickets/calls';
import { visibleTicketForUpdate } from '@/db/tickets/queries';
import { recomputeTicket } from '@/db/tickets/recompute';
import { invalidField, Refusal } from '@/domain/refusal';
import { CALL_LIMITS, CALL_MINUTES, slotIn, slotsFault } from '@/domain/tickets/calls';
import { STATUS_RULES } from '@/domain/tickets/status';
import { action } from '../kernel/action';
import { noteCall, tellCall, tellProposed } from './tell-call';

type Wanted = Pick<TicketCall, 'proposedBy' | 'minutes' | 'slots'>;

/** Whether that is proposed already, and nobody has chosen yet. */
const isSame = (before: TicketCall, { proposedBy, minutes, slots }: Wanted): boolean =>
  before.state === 'proposed' &&
  before.proposedBy === proposedBy &&
  before.minutes === minutes &&
  before.slots.join() === slots.join();

/**
 * Proposes slots for a call, in the requester's time zone, who is told by mail. A proposal made anew takes the place of
 * the last one, and calls an agreed call off; a repeated post proposes once. Refuses (`invalid`, field `slots`) too few or too many, past ones and hours
 * that do not exist; a request that is resolved or closed has no calls (`conflict`).
 */
export const proposeCall = action({
  permission: 'tickets.proposeCall',
  input: z.object({
    number: z.coerce.number().int().positive(),
    slots: z.array(z.string().trim()).max(20),
    minutes: z.coerce
      .number('errors.choice')
      .refine((minutes) => CALL_MINUTES.some((one) => one === minutes), 'errors.choice'),
  }),
  async run(context) {
    const { tx, actor, input, now, audit } = context;
    if (actor.kind !== 'user') throw new Refusal('forbidden', 'errors.forbidden');
    const ticket = await visibleTicketForUpdate(tx, actor, input.number);
    if (STATUS_RULES[ticket.status].clock === 'stopped') throw new Refusal('conflict', 'errors.callOver');
    const { timeZone } = await callParty(tx, ticket.requesterId);
    const written = input.slots.filter(Boolean);
    const slots = written.map((slot) => slotIn(slot, timeZone)).filter((slot) => slot !== null);
    if (slots.length < written.length) throw invalidField('slots', 'errors.callSlots.unreal');
    const fault = slotsFault(slots, now.getTime());
    if (fault)
      throw invalidField('slots', `errors.callSlots.${fault}`, { ...CALL_LIMITS.slots, days: CALL_LIMITS.days });
    const before = await openCallOf(tx, ticket.id);
    const wanted = { proposedBy: actor.id, minutes: input.minutes, slots: slots.toSorted((a, b) => a - b) };
    if (before && isSame(before, wanted)) return { number: ticket.number, callId: before.id };
    if (before) {
      await updateCall(tx, before.id, { state: 'cancelled' });
      await noteCall(context, before, 'cancelled', { at: before.chosenAt });
      if (before.chosenAt) await tellCall(context, ticket, before, 'cancelled');
    }
    const call = await insertCall(tx, {
      ticketId: ticket.id,
      ...wanted,
      timeZone,
      createdAt: now,
    });
    await noteCall(context, call, 'proposed');
    await recomputeTicket(tx, ticket.id);
    await tellProposed(context, ticket, call);
    audit({ type: 'ticket', id: ticket.id }, { call: call.id, slots: slots.length });
    return { number: ticket.number, callId: call.id };
  },
});
