import type { Ticket } from '@/db/tickets/queries';
import { type Actor, granteeOf } from '@/domain/access/actor';
import { worksOnTickets } from '@/domain/access/grants';
import type { Party } from '@/domain/tickets/status';

/** On which side of the conversation the actor stands. */
export const partyOf = (actor: Actor): Party => {
  if (actor.kind === 'system') return 'system';
  return worksOnTickets(granteeOf(actor)) ? 'agent' : 'requester';
};

/** The account behind the actor; visitors and Guichet itself have none. */
export const actorId = (actor: Actor): string | null => (actor.kind === 'user' ? actor.id : null);

/** What the mails of a request are filed under, so that mail programs show them as one conversation. */
export const threadOf = (ticket: Pick<Ticket, 'number'>): string => `ticket:${ticket.number}`;
