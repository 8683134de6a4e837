import { z } from 'zod';
import { ideaForUpdate } from '@/db/ideas/queries';
import { requestsWaitingFor } from '@/db/ideas/requests';
import { toldOfIdea } from '@/db/ideas/telling';
import { ticketForUpdate } from '@/db/tickets/queries';
import { recomputeTicket } from '@/db/tickets/recompute';
import { action } from '../kernel/action';
import { customersOf } from './people-to-tell';
import { moveTicket, threadOf } from './progress';

/**
 * Once the product team has decided about an idea, the requests that wait for it are resolved: each requester and those in
 * copy are told what became of it, in the conversation they know. An answer opens the request again, as any other. Answers
 * who was told, by id. Safe to repeat.
 */
export const tellIdea = action({
  permission: 'tickets.tellIdea',
  input: z.object({ ideaId: z.uuid() }),
  async run(context) {
    const { tx, input, outbox, audit, idle } = context;
    const idea = await ideaForUpdate(tx, input.ideaId);
    const waiting = idea.readAt ? await requestsWaitingFor(tx, idea.id) : [];
    if (waiting.length === 0) {
      idle();
      return { told: [] };
    }
    const data = await toldOfIdea(tx, idea);
    const told = new Set<string>();
    for (const id of waiting) {
      const ticket = await ticketForUpdate(tx, id);
      if (ticket?.status !== 'product_review') continue;
      await moveTicket(context, ticket, 'resolved', {}, 'silently');
      await recomputeTicket(tx, ticket.id);
      for (const person of await customersOf(tx, ticket)) {
        told.add(person.id);
        await outbox.mail({
          template: 'tickets.moved',
          to: person,
          thread: threadOf(ticket),
          data: {
            number: ticket.number,
            subject: ticket.subject,
            author: '',
            status: 'resolved',
            partner: null,
            plannedRelease: null,
            closingReason: null,
            followed: person.id === ticket.requesterId ? null : ticket.number,
            idea: data,
          },
        });
      }
    }
    audit({ type: 'idea', id: idea.id }, { number: idea.number, requests: waiting.length });
    return { told: [...told] };
  },
});
