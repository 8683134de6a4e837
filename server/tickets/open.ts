import { z } from 'zod';
import { isBlocked } from '@/db/blocking/queries';
import { Refusal } from '@/domain/refusal';
import { action } from '../kernel/action';
import { checkedRequest, requestFaults, requestFields } from './checked-request';
import { addCopies } from './copies';
import { openTicket } from './opening';
import { organisationField, requesterOf } from './requester';

/**
 * Opens a request of a signed-in person. Refuses blocked addresses (`blocked`) and keeps nothing of theirs. A repeated
 * post with the same key answers the request that the first one opened. What visitors send is taken by `tickets.ask`.
 */
export const open = action({
  permission: 'tickets.open',
  limits: [
    { max: 10, seconds: 600 },
    { max: 40, seconds: 86_400 },
  ],
  input: z.object({ ...requestFields, ...organisationField }),
  faults: requestFaults,
  async run({ tx, actor, input, call, now, outbox, audit }) {
    if (actor.kind !== 'user') throw new Refusal('forbidden', 'errors.signInFirst');
    if (await isBlocked(tx, actor.email)) throw new Refusal('blocked', 'errors.blockedAddress');
    const request = await checkedRequest(tx, input);
    const opening = { tx, actor, call, now, outbox };
    const { ticket, first } = await openTicket(opening, requesterOf(actor, input), request, (fresh) =>
      addCopies({ tx, actor, now, outbox }, fresh, input),
    );
    if (first) audit({ type: 'ticket', id: ticket.id }, { number: ticket.number, files: input.files.length });
    return { number: ticket.number };
  },
});
