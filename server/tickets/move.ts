import { z } from 'zod';
import { visibleTicketForUpdate } from '@/db/tickets/queries';
import { recomputeTicket } from '@/db/tickets/recompute';
import { Refusal } from '@/domain/refusal';
import { CLOSING_REASONS } from '@/domain/tickets/moves';
import { TICKET_STATUSES } from '@/domain/tickets/status';
import { action } from '../kernel/action';
import { moveTicket } from './progress';

/** What a move says in words; nothing where nothing was written. In characters. */
const said = z
  .string()
  .trim()
  .max(120)
  .optional()
  .transform((text) => text || undefined);

/**
 * Takes a request to another status. `from` is the status the agent saw: when somebody else moved the request in the
 * meantime the act is refused (`conflict`) instead of overwriting theirs. Some moves have more to say (`moveNeeds`), and
 * are refused (`invalid`) without it.
 */
export const move = action({
  permission: 'tickets.move',
  input: z.object({
    number: z.coerce.number().int().positive(),
    from: z.enum(TICKET_STATUSES),
    to: z.enum(TICKET_STATUSES),
    partner: said,
    release: said,
    reason: z.enum(CLOSING_REASONS).optional(),
    duplicateOf: z.coerce
      .number('errors.ticketNumber')
      .int('errors.ticketNumber')
      .positive('errors.ticketNumber')
      .optional(),
  }),
  async run(context) {
    const { from, to, number, partner, release, reason, duplicateOf } = context.input;
    const ticket = await visibleTicketForUpdate(context.tx, context.actor, number);
    if (ticket.status !== from) throw new Refusal('conflict', 'errors.ticketMovedMeanwhile', { status: ticket.status });
    const data = {
      ...(partner ? { partner } : {}),
      ...(release ? { release } : {}),
      ...(reason ? { reason } : {}),
      ...(duplicateOf ? { duplicateOf } : {}),
    };
    await moveTicket(context, ticket, to, data);
    await recomputeTicket(context.tx, ticket.id);
    context.audit({ type: 'ticket', id: ticket.id }, { from, to, ...(reason ? { reason } : {}) });
    return { number: ticket.number, status: to };
  },
});
