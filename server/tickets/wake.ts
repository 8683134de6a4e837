import { z } from 'zod';
import type { Tx } from '@/db/client';
import { deskMembers } from '@/db/people/queries';
import { appendTicketEvent, ticketHandler, visibleTicketForUpdate } from '@/db/tickets/queries';
import { recomputeTicket, ticketHistory } from '@/db/tickets/recompute';
import { action } from '../kernel/action';
import { actorId, threadOf } from './progress';

/** Who is told that a request is back: whoever handles it, and while nobody does, whoever put it to sleep. */
const toTell = async (tx: Tx, ticketId: string) => {
  const handler = await ticketHandler(tx, ticketId);
  if (handler) return handler;
  const asleep = (await ticketHistory(tx, ticketId)).findLast(({ kind }) => kind === 'snoozed');
  return (await deskMembers(tx)).find(({ id }) => id === asleep?.actorId) ?? null;
};

/**
 * Brings a sleeping request back: by hand at once, by time when its hour has come, and then whoever
 * handles it, or else put it to sleep, is told.
 * Does nothing to one that is awake.
 */
export const wake = action({
  permission: 'tickets.wake',
  input: z.object({ number: z.coerce.number().int().positive() }),
  async run({ tx, actor, input, now, outbox, audit }) {
    const ticket = await visibleTicketForUpdate(tx, actor, input.number);
    const byTime = actor.kind === 'system';
    const awake = ticket.snoozedUntil === null || (byTime && ticket.snoozedUntil > now);
    audit({ type: 'ticket', id: ticket.id }, { woken: !awake });
    if (awake) return { number: ticket.number, woken: false };
    await appendTicketEvent(tx, ticket.id, { at: now.getTime(), actorId: actorId(actor), kind: 'woken', data: {} });
    await recomputeTicket(tx, ticket.id);
    const person = byTime ? await toTell(tx, ticket.id) : null;
    if (person) {
      const data = { number: ticket.number, subject: ticket.subject };
      await outbox.mail({ template: 'tickets.woken', to: person, thread: threadOf(ticket), data });
    }
    return { number: ticket.number, woken: true };
  },
});
