import { z } from 'zod';
import { isBlocked } from '@/db/blocking/queries';
import { type Ticket, visibleTicketForUpdate } from '@/db/tickets/queries';
import { recomputeTicket } from '@/db/tickets/recompute';
import { Refusal } from '@/domain/refusal';
import { action } from '../kernel/action';
import { checkedRequest, requestFaults, requestFields } from './checked-request';
import { addCopies } from './copies';
import { linkTickets } from './linking';
import { openTicket } from './opening';
import { organisationField, requesterOf } from './requester';

type Following = Parameters<typeof linkTickets>[0];

/** Links a new request to the one it goes on from; answers its number, `null` where the actor does not see it. */
const followOn = async (context: Following, ticket: Ticket, number: number): Promise<number | null> => {
  const earlier = await visibleTicketForUpdate(context.tx, context.actor, number).catch((error: unknown) => {
    if (error instanceof Refusal) return null;
    throw error;
  });
  if (!earlier || !(await linkTickets(context, ticket, earlier, 'follows'))) return null;
  await recomputeTicket(context.tx, ticket.id);
  await recomputeTicket(context.tx, earlier.id);
  return earlier.number;
};

/**
 * Opens a request of a signed-in person. Refuses blocked addresses (`blocked`) and keeps nothing of theirs. A repeated
 * post with the same key answers the request that the first one opened. What visitors send is taken by `tickets.ask`.
 * `follows` is the number of the request it goes on from: the two are linked, if the actor may see that one; one that is
 * gone, or not theirs to see, is left out, so that nobody is kept from writing by it.
 */
export const open = action({
  permission: 'tickets.open',
  limits: [
    { max: 10, seconds: 600 },
    { max: 40, seconds: 86_400 },
  ],
  input: z.object({ ...requestFields, ...organisationField, follows: z.coerce.number().int().positive().optional() }),
  faults: requestFaults,
  async run({ tx, actor, input, call, now, outbox, audit }) {
    if (actor.kind !== 'user') throw new Refusal('forbidden', 'errors.signInFirst');
    if (await isBlocked(tx, actor.email)) throw new Refusal('blocked', 'errors.blockedAddress');
    const request = await checkedRequest(tx, input);
    const opening = { tx, actor, call, now, outbox };
    const { ticket, first } = await openTicket(opening, requesterOf(actor, input), request, (fresh) =>
      addCopies({ tx, actor, now, outbox }, fresh, input),
    );
    if (!first) return { number: ticket.number };
    const followed = input.follows ? await followOn({ tx, actor, now }, ticket, input.follows) : null;
    const { number } = ticket;
    audit({ type: 'ticket', id: ticket.id }, { number, files: input.files.length, ...(followed ? { followed } : {}) });
    return { number: ticket.number };
  },
});
