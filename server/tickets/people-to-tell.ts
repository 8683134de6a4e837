import type { Reader, Tx } from '@/db/client';
import { accountsInUse, deskMembers } from '@/db/people/queries';
import { teamPeople } from '@/db/teams/queries';
import { type Addressee, followersOf } from '@/db/tickets/followers';
import { type Ticket, ticketHandler } from '@/db/tickets/queries';
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

/** The people of a team of the desk; all of the desk where there is no team, or nobody in it. */
export const teamOrDesk = async (db: Reader, teamId: string | null): Promise<Addressee[]> => {
  const desk = await deskMembers(db);
  const team = teamId ? (await teamPeople(db, [teamId])).map(({ id }) => id) : [];
  const ofTeam = desk.filter(({ id }) => team.includes(id));
  return ofTeam.length > 0 ? ofTeam : desk;
};

/** Whom of the desk a request falls to: whoever handles it, else the people of its team, else the whole desk. */
export const handlersOf = async (db: Reader, ticket: Pick<Ticket, 'id' | 'teamId'>): Promise<Addressee[]> => {
  const handler = await ticketHandler(db, ticket.id);
  return handler ? [handler] : teamOrDesk(db, ticket.teamId);
};
