import { z } from 'zod';
import { visibleTicketForUpdate } from '@/db/tickets/queries';
import { recomputeTicket } from '@/db/tickets/recompute';
import { TICKET_LIMITS } from '@/domain/tickets/messages';
import { action } from '../kernel/action';
import { claims } from './claims';
import { addMessage } from './message';

/** Adds a note that only staff read. It moves the last activity and sends nothing. */
export const note = action({
  permission: 'tickets.note',
  input: z.object({
    number: z.coerce.number().int().positive(),
    body: z.string().trim().min(TICKET_LIMITS.reply.min, 'errors.required').max(TICKET_LIMITS.reply.max),
    files: claims,
    idempotencyKey: z.uuid().optional(),
  }),
  async run(context) {
    const ticket = await visibleTicketForUpdate(context.tx, context.actor, context.input.number);
    if (await addMessage(context, ticket, 'internal')) await recomputeTicket(context.tx, ticket.id);
    context.audit({ type: 'ticket', id: ticket.id });
    return { number: ticket.number };
  },
});
