import { z } from 'zod';
import { namesOf } from '@/db/people/queries';
import { ticketConversation, ticketParties, visibleTicket } from '@/db/tickets/queries';
import { ticketHistory } from '@/db/tickets/recompute';
import { MESSAGE_VISIBILITIES } from '@/domain/tickets/messages';
import { movesFor, STATUS_RULES } from '@/domain/tickets/status';
import { query } from '../kernel/action';
import { originShown } from './article';
import { partyOf } from './progress';

/** One request with its conversation, people and history, as far as the actor's side may read it. */
export const show = query({
  permission: 'tickets.show',
  input: z.object({ number: z.coerce.number().int().positive() }),
  async run({ db, actor, input }) {
    const ticket = await visibleTicket(db, actor, input.number);
    const party = partyOf(actor);
    const internal = party !== 'requester';
    const [parties, messages, history] = await Promise.all([
      ticketParties(db, ticket.id),
      ticketConversation(db, ticket.id, internal ? MESSAGE_VISIBILITIES : ['public']),
      ticketHistory(db, ticket.id),
    ]);
    const events = history.filter((event) => internal || event.kind === 'opened' || event.kind === 'moved');
    const names = await namesOf(db, [
      ...events.flatMap((event) => (event.actorId ? [event.actorId] : [])),
      ...events.flatMap((event) => (event.kind === 'assigned' && event.data.assigneeId ? [event.data.assigneeId] : [])),
    ]);
    const { idempotencyKey: _, ...facts } = ticket;
    return {
      ...facts,
      ...parties,
      article: originShown(actor, ticket),
      messages,
      events: events.map((event) => ({
        ...event,
        actorName: event.actorId ? (names.get(event.actorId) ?? null) : null,
      })),
      names: Object.fromEntries(names),
      customerState: STATUS_RULES[ticket.status].customerState,
      acceptsReplies: STATUS_RULES[ticket.status].onCustomerReply !== 'refused',
      moves: movesFor(ticket.status, party),
      own: actor.kind === 'user' && actor.id === ticket.requesterId,
    };
  },
});
