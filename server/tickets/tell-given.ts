import type { Tx } from '@/db/client';
import { deskMembers } from '@/db/people/queries';
import type { Ticket } from '@/db/tickets/queries';
import type { Actor } from '@/domain/access/actor';
import type { Outbox } from '../kernel/outbox';
import { actorId, threadOf } from './progress';

type Context = { tx: Tx; actor: Actor; outbox: Outbox };

/** A request before an act, and who has it after. */
export type GivenTicket = { ticket: Pick<Ticket, 'number' | 'subject' | 'assigneeId'>; assigneeId: string | null };

/**
 * Tells people of the requests that somebody else gave them, by one mail for the whole act; nobody is told of what they
 * had before or took themselves. `in turn` where nobody chose them by name.
 */
export const tellGiven = async (
  { tx, actor, outbox }: Context,
  given: readonly GivenTicket[],
  giving: 'by name' | 'in turn' = 'by name',
): Promise<void> => {
  const told = given.flatMap(({ ticket, assigneeId }) =>
    assigneeId && assigneeId !== ticket.assigneeId && assigneeId !== actorId(actor) ? [{ ticket, assigneeId }] : [],
  );
  if (told.length === 0) return;
  for (const person of await deskMembers(tx)) {
    const requests = told.filter(({ assigneeId }) => assigneeId === person.id).map(({ ticket }) => ticket);
    const [first, ...others] = requests;
    if (!first) continue;
    const author = actor.kind === 'user' && giving === 'by name' ? actor.name : null;
    const data = { author, requests: requests.map(({ number, subject }) => ({ number, subject })) };
    const thread = others.length === 0 ? { thread: threadOf(first) } : {};
    await outbox.mail({ template: 'tickets.given', to: person, data, ...thread });
  }
};
