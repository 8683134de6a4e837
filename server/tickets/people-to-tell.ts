import type { Tx } from '@/db/client';
import { type Addressee, followersOf } from '@/db/tickets/followers';
import { type Ticket, ticketParties } from '@/db/tickets/queries';
import type { Actor } from '@/domain/access/actor';

/** Everybody on the customer's side of a request who hears of it, but for the actor: the requester first, then people in copy. */
export const customersToTell = async (tx: Tx, actor: Actor, ticket: Ticket): Promise<Addressee[]> => {
  const { requester } = await ticketParties(tx, ticket.id);
  const followers = await followersOf(tx, ticket.id);
  return [requester, ...followers].filter((person) => actor.kind !== 'user' || person.id !== actor.id);
};
