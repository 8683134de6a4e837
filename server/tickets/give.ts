import { holdDeskMember } from '@/db/people/queries';
import { takeOverCall } from '@/db/tickets/calls';
import { appendTicketEvent, type Ticket } from '@/db/tickets/queries';
import { invalidField } from '@/domain/refusal';
import { actorId } from './progress';
import { type Routing, routeTicket } from './routing';

/** To whom: what is left out stays as it is, `null` takes it from them. */
export type Given = { teamId?: string | null | undefined; assigneeId?: string | null | undefined };

/**
 * Gives a request to a team, to a person of the desk, or both, and answers who has it. A new team without a person gives
 * it to whoever is next in turn there, if it gives in turn. People may help out in teams they do not belong to, when they
 * are named. A call that somebody was to make who has left the desk is theirs from then on. The caller recomputes the row.
 * Refuses (`invalid`) an account that does not work on requests and a team that is set aside.
 */
export const giveTicket = async (
  context: Routing,
  ticket: Ticket,
  { teamId, assigneeId }: Given,
): Promise<{ teamId: string | null; assigneeId: string | null }> => {
  const { tx, actor, now } = context;
  if (assigneeId && !(await holdDeskMember(tx, assigneeId))) throw invalidField('assigneeId', 'errors.choice');
  const giving = assigneeId === undefined ? 'in turn' : 'by name';
  const has = teamId === undefined ? ticket.assigneeId : await routeTicket(context, ticket, teamId, giving);
  const wanted = assigneeId === undefined ? has : assigneeId;
  if (has !== wanted) {
    const fact = { at: now.getTime(), actorId: actorId(actor), kind: 'assigned' as const };
    await appendTicketEvent(tx, ticket.id, { ...fact, data: { assigneeId: wanted } });
  }
  if (wanted && wanted !== ticket.assigneeId) await takeOverCall(tx, ticket.id, wanted);
  return { teamId: teamId === undefined ? ticket.teamId : teamId, assigneeId: wanted };
};
