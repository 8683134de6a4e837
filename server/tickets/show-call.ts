import { z } from 'zod';
import { callParty, openCallOf } from '@/db/tickets/calls';
import { decidesOn } from '@/domain/access/copies';
import { recapDue } from '@/domain/tickets/calls';
import { STATUS_RULES } from '@/domain/tickets/status';
import { query } from '../kernel/action';
import { callerName, callersOf } from './callers';
import { partyOf } from './progress';
import { seenTicket } from './seen';

/**
 * The call of a request that is still to come about, `null` without one. Its number is for the desk and for who decides on
 * the request; colleagues and people in copy read of the hour alone. `agent` is who calls, `null` where nobody does by name:
 * whoever proposed it may have left.
 */
export const showCall = query({
  permission: 'tickets.showCall',
  input: z.object({ number: z.coerce.number().int().positive() }),
  async run({ call, db, actor, input, now }) {
    const ticket = await seenTicket({ call, db, actor }, input.number);
    const open = await openCallOf(db, ticket.id);
    // What was proposed for a request that is resolved by now waits for nobody.
    const found = open?.state === 'proposed' && STATUS_RULES[ticket.status].clock === 'stopped' ? null : open;
    const decides = actor.kind === 'user' && decidesOn(actor, ticket);
    const { timeZone } = await callParty(db, ticket.requesterId);
    if (!found) return { call: null, timeZone };
    const { id, state, minutes, slots, chosenAt, phone } = found;
    const agent = callerName(await callersOf(db, ticket, found));
    return {
      call: {
        id,
        state,
        minutes,
        slots: slots.map((slot) => ({ at: new Date(slot), over: slot <= now.getTime() })),
        chosenAt,
        timeZone: found.timeZone,
        phone: decides ? phone : null,
        agent,
        decides,
        chooses: decides && partyOf(actor) === 'requester' && state === 'proposed',
        recapDue: recapDue(found, now.getTime()),
      },
      timeZone,
    };
  },
});
