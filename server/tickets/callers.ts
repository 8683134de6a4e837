import type { Tx } from '@/db/client';
import { deskMember, deskMembers } from '@/db/people/queries';
import { teamPeople } from '@/db/teams/queries';
import { callParty, type TicketCall } from '@/db/tickets/calls';
import type { Addressee } from '@/db/tickets/followers';
import { type Ticket, ticketHandler } from '@/db/tickets/queries';

/**
 * To whom it falls to make a call and to write its recap: whoever proposed it; where they have left the desk, or the
 * team of the request, whoever handles the request, else the people of its team, else the whole desk.
 */
export const callersOf = async (
  tx: Tx,
  ticket: Pick<Ticket, 'id' | 'teamId'>,
  call: Pick<TicketCall, 'proposedBy' | 'leftAt'>,
): Promise<Addressee[]> => {
  if (!call.leftAt && (await deskMember(tx, call.proposedBy))) return [await callParty(tx, call.proposedBy)];
  const handler = await ticketHandler(tx, ticket.id);
  if (handler) return [handler];
  const desk = await deskMembers(tx);
  const team = ticket.teamId ? (await teamPeople(tx, [ticket.teamId])).map(({ id }) => id) : [];
  const ofTeam = desk.filter(({ id }) => team.includes(id));
  return ofTeam.length > 0 ? ofTeam : desk;
};
