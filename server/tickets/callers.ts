import type { Reader } from '@/db/client';
import { deskMember } from '@/db/people/queries';
import { callParty, type TicketCall } from '@/db/tickets/calls';
import type { Addressee } from '@/db/tickets/followers';
import type { Ticket } from '@/db/tickets/queries';
import { handlersOf } from './people-to-tell';

/**
 * To whom it falls to make a call and to write its recap: whoever proposed it; where they have left the desk, or the
 * team of the request, whoever handles the request, else the people of its team, else the whole desk.
 */
export const callersOf = async (
  db: Reader,
  ticket: Pick<Ticket, 'id' | 'teamId'>,
  call: Pick<TicketCall, 'proposedBy' | 'leftAt'>,
): Promise<Addressee[]> => {
  if (!call.leftAt && (await deskMember(db, call.proposedBy))) return [await callParty(db, call.proposedBy)];
  return handlersOf(db, ticket);
};

/** The name of whoever makes a call; `null` while several may: nobody knows yet who does, and it is not who has left. */
export const callerName = (callers: readonly Addressee[]): string | null => {
  const [only, ...others] = callers;
  return only && others.length === 0 ? only.name : null;
};
