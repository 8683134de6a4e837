import { z } from 'zod';
import { deskMember } from '@/db/people/queries';
import { appendTicketEvent, visibleTicketForUpdate } from '@/db/tickets/queries';
import { recomputeTicket } from '@/db/tickets/recompute';
import { invalidField } from '@/domain/refusal';
import { action } from '../kernel/action';
import { actorId } from './progress';

/** Gives a request to a person of the desk, or to nobody (`null`). Refuses (`invalid`) an account that does not work on requests. */
export const assign = action({
  permission: 'tickets.assign',
  input: z.object({ number: z.coerce.number().int().positive(), assigneeId: z.uuid().nullable() }),
  async run({ tx, actor, input, now, audit }) {
    const ticket = await visibleTicketForUpdate(tx, actor, input.number);
    if (input.assigneeId && !(await deskMember(tx, input.assigneeId)))
      throw invalidField('assigneeId', 'errors.choice');
    if (ticket.assigneeId !== input.assigneeId) {
      const fact = { at: now.getTime(), actorId: actorId(actor), kind: 'assigned' as const };
      await appendTicketEvent(tx, ticket.id, { ...fact, data: { assigneeId: input.assigneeId } });
      await recomputeTicket(tx, ticket.id);
    }
    audit({ type: 'ticket', id: ticket.id }, { assigneeId: input.assigneeId });
    return { number: ticket.number };
  },
});
