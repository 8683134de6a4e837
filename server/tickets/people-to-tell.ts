import type { Tx } from '@/db/client';
import { accountsInUse } from '@/db/people/queries';
import { type Addressee, followersOf } from '@/db/tickets/followers';
import type { Ticket } from '@/db/tickets/queries';
import type { Actor } from '@/domain/access/actor';

type About = Pick<Ticket, 'id' | 'requesterId'>;

/** Whose request it is; `null` where their account was closed: nobody reads their mails in their stead. */
export const requesterToTell = async (tx: Tx, { requesterId }: About): Promise<Addressee | null> =>
  (await accountsInUse(tx, [requesterId]))[0] ?? null;

/** Everybody on the customer's side of a request whose account is in use: the requester first, then people in copy. */
export const customersOf = async (tx: Tx, ticket: About): Promise<Addressee[]> => {
  const [requester, followers] = await Promise.all([requesterToTell(tx, ticket), followersOf(tx, ticket.id)]);
  return [...(requester ? [requester] : []), ...followers];
};

/** Those of them who hear of what an actor does: all but the actor. */
export const customersToTell = async (tx: Tx, actor: Actor, ticket: About): Promise<Addressee[]> =>
  (await customersOf(tx, ticket)).filter((person) => actor.kind !== 'user' || person.id !== actor.id);
