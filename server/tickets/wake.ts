import { z } from 'zod';
import { appendTicketEvent, ticketHandler, visibleTicketForUpdate } from '@/db/tickets/queries';
import { recomputeTicket } from '@/db/tickets/recompute';
import { action } from '../kernel/action';
import { actorId, threadOf } from './progress';

/**
 * Brings a sleeping request back: by hand at once, by time when its hour has come, and then whoever handles it is told.
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
    const handler = byTime ? await ticketHandler(tx, ticket.id) : null;
    if (handler) {
      const data = { number: ticket.number, subject: ticket.subject };
      await outbox.mail({ template: 'tickets.woken', to: handler, thread: threadOf(ticket), data });
    }
    return { number: ticket.number, woken: true };
  },
});
