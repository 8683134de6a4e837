import { z } from 'zod';
import { deskMember } from '@/db/people/queries';
import { appendTicketEvent, visibleTicketForUpdate } from '@/db/tickets/queries';
import { recomputeTicket } from '@/db/tickets/recompute';
import { invalidField } from '@/domain/refusal';
import { action } from '../kernel/action';
import { actorId } from './progress';
import { routeTicket } from './routing';

/**
 * Gives a request to a team, to a person of the desk, or both; `null` takes it from them, and what is left out stays as
 * it is. A new team without a person gives it to whoever is next in turn there, if it gives in turn. People may help out
 * in teams they do not belong to, when they are named. Refuses (`invalid`) an account that does not work on requests and
 * a team that is set aside.
 */
export const assign = action({
  permission: 'tickets.assign',
  input: z.object({
    number: z.coerce.number().int().positive(),
    teamId: z.uuid('errors.choice').nullable().optional(),
    assigneeId: z.uuid('errors.choice').nullable().optional(),
  }),
  async run(context) {
    const { tx, actor, input, now, audit } = context;
    const ticket = await visibleTicketForUpdate(tx, actor, input.number);
    if (input.assigneeId && !(await deskMember(tx, input.assigneeId)))
      throw invalidField('assigneeId', 'errors.choice');
    const giving = input.assigneeId === undefined ? 'in turn' : 'by name';
    const has =
      input.teamId === undefined ? ticket.assigneeId : await routeTicket(context, ticket, input.teamId, giving);
    const assigneeId = input.assigneeId === undefined ? has : input.assigneeId;
    if (has !== assigneeId) {
      const fact = { at: now.getTime(), actorId: actorId(actor), kind: 'assigned' as const };
      await appendTicketEvent(tx, ticket.id, { ...fact, data: { assigneeId } });
    }
    await recomputeTicket(tx, ticket.id);
    const { teamId = ticket.teamId } = input;
    audit({ type: 'ticket', id: ticket.id }, { teamId, assigneeId });
    return { number: ticket.number, teamId, assigneeId };
  },
});
