import { z } from 'zod';
import { visibleTicketForUpdate } from '@/db/tickets/queries';
import { recomputeTicket } from '@/db/tickets/recompute';
import { Refusal } from '@/domain/refusal';
import { CLOSING_REASONS, pointsElsewhere } from '@/domain/tickets/moves';
import { TICKET_STATUSES } from '@/domain/tickets/status';
import { VERDICTS } from '@/domain/tickets/verdict';
import { action } from '../kernel/action';
import { fileTicket, typedTags } from './file-under';
import { judgeTicket } from './judging';
import { mergeTicket } from './merging';
import { pairForUpdate } from './pair';
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
 * are refused (`invalid`) without it. To close it because it goes on in another request is to merge it (`mergeTicket`).
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
    /** What some types ask for before a request is resolved may be said with the move. */
    verdict: z.enum(VERDICTS, 'errors.choice').optional(),
    tags: typedTags,
  }),
  async run(context) {
    const { from, to, number, partner, release, reason, duplicateOf, verdict, tags } = context.input;
    const elsewhere = to === 'closed' && duplicateOf && pointsElsewhere(reason);
    const { ticket, other } = elsewhere
      ? await pairForUpdate(context, number, { number: duplicateOf, field: 'duplicateOf' })
      : { ticket: await visibleTicketForUpdate(context.tx, context.actor, number), other: null };
    if (ticket.status !== from) throw new Refusal('conflict', 'errors.ticketMovedMeanwhile', { status: ticket.status });
    if (elsewhere && other) {
      const { copied } = await mergeTicket(context, [ticket, other], { reason, field: 'duplicateOf' });
      context.audit({ type: 'ticket', id: ticket.id }, { from, to, reason, into: other.number, copied });
      return { number: ticket.number, status: to };
    }
    const data = {
      ...(partner ? { partner } : {}),
      ...(release ? { release } : {}),
      ...(reason ? { reason } : {}),
      ...(duplicateOf ? { duplicateOf } : {}),
    };
    if (verdict) await judgeTicket(context, ticket, verdict);
    if (tags.length > 0) await fileTicket(context, ticket, { add: tags, drop: [] });
    await moveTicket(context, { ...ticket, verdict: verdict ?? ticket.verdict }, to, data);
    await recomputeTicket(context.tx, ticket.id);
    context.audit({ type: 'ticket', id: ticket.id }, { from, to, ...(reason ? { reason } : {}) });
    return { number: ticket.number, status: to };
  },
});
