import type { Tx } from '@/db/client';
import { appendTicketEvent, type Ticket, ticketParties } from '@/db/tickets/queries';
import { type Actor, granteeOf } from '@/domain/access/actor';
import { worksOnTickets } from '@/domain/access/grants';
import { Refusal } from '@/domain/refusal';
import { mayMove, type Party, type TicketStatus } from '@/domain/tickets/status';
import type { Outbox } from '../kernel/outbox';

/** What the verbs of a request share of their context. */
type Progress = { tx: Tx; actor: Actor; now: Date; outbox: Outbox };

/** On which side of the conversation the actor stands. */
export const partyOf = (actor: Actor): Party => {
  if (actor.kind === 'system') return 'system';
  return worksOnTickets(granteeOf(actor)) ? 'agent' : 'requester';
};

/** The account behind the actor; visitors and Guichet itself have none. */
export const actorId = (actor: Actor): string | null => (actor.kind === 'user' ? actor.id : null);

/** What the mails of a request are filed under, so that mail programs show them as one conversation. */
export const threadOf = (ticket: Pick<Ticket, 'number'>): string => `ticket:${ticket.number}`;

/**
 * Takes a request to another status: checks the status machine, adds the fact and tells the requester unless they made
 * the move. The caller recomputes the row. Refuses with `conflict` what the table does not have.
 */
export const moveTicket = async (context: Progress, ticket: Ticket, to: TicketStatus): Promise<void> => {
  const { tx, actor, now, outbox } = context;
  if (!mayMove(ticket.status, to, partyOf(actor))) {
    throw new Refusal('conflict', 'errors.ticketMove', { from: ticket.status, to });
  }
  await appendTicketEvent(tx, ticket.id, {
    at: now.getTime(),
    actorId: actorId(actor),
    kind: 'moved',
    data: { from: ticket.status, to },
  });
  const { requester } = await ticketParties(tx, ticket.id);
  if (actor.kind === 'user' && actor.id === requester.id) return;
  await outbox.mail({
    template: 'tickets.moved',
    to: requester,
    thread: threadOf(ticket),
    data: {
      number: ticket.number,
      subject: ticket.subject,
      author: actor.kind === 'user' ? actor.name : '',
      status: to,
    },
  });
};
