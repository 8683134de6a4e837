import { z } from 'zod';
import type { Tx } from '@/db/client';
import { wordsOfMessage } from '@/db/tickets/first-words';
import { appendTicketEvent, ticketForUpdate } from '@/db/tickets/queries';
import { recomputeTicket, ticketHistory } from '@/db/tickets/recompute';
import { silenceRules } from '@/db/tickets/silence';
import { lastWordOfDesk } from '@/domain/tickets/asking';
import type { TicketEvent } from '@/domain/tickets/history';
import { silenceStep } from '@/domain/tickets/silence';
import { action } from '../kernel/action';
import { requesterToTell } from './people-to-tell';
import { moveTicket, threadOf } from './progress';

/** What the desk last wrote to the customer, for whoever has forgotten what was asked. */
const lastWords = async (tx: Tx, history: readonly TicketEvent[]) => {
  const messageId = lastWordOfDesk(history);
  return messageId ? await wordsOfMessage(tx, messageId) : null;
};

/**
 * Does what silence leads to for one request: a reminder, or closing it, each with its mail. Does nothing where nothing is
 * due, so it may be asked as often as one likes: what was done is a fact, and the row is held while it is looked at.
 */
export const endSilence = action({
  permission: 'tickets.endSilence',
  input: z.object({ ticketId: z.uuid() }),
  async run(context) {
    const { tx, now, outbox, audit, idle } = context;
    const ticket = await ticketForUpdate(tx, context.input.ticketId);
    const history = ticket ? await ticketHistory(tx, ticket.id) : [];
    const step = ticket && silenceStep(history, await silenceRules(tx), now.getTime());
    if (!step) {
      idle();
      return { done: null };
    }
    const told: Record<string, unknown> = { ...step };
    if (step.kind === 'close') await moveTicket(context, ticket, 'closed', { reason: step.reason });
    else {
      const fact = { at: now.getTime(), actorId: null, kind: 'reminded' as const };
      await appendTicketEvent(tx, ticket.id, { ...fact, data: { turn: step.turn, closesAt: step.closesAt } });
      const to = await requesterToTell(tx, ticket);
      const closesAt = new Date(step.closesAt).toISOString();
      // The log tells instants by how they are written.
      told.closesAt = closesAt;
      const data = {
        number: ticket.number,
        subject: ticket.subject,
        turn: step.turn,
        closesAt,
        ...(await lastWords(tx, history)),
      };
      if (to) await outbox.mail({ template: 'tickets.reminder', to, thread: threadOf(ticket), data });
    }
    await recomputeTicket(tx, ticket.id);
    audit({ type: 'ticket', id: ticket.id }, told);
    return { done: step.kind };
  },
});
