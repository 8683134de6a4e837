import { z } from 'zod';
import { visibleTicketForUpdate } from '@/db/tickets/queries';
import { recomputeTicket } from '@/db/tickets/recompute';
import { Refusal } from '@/domain/refusal';
import { CLOSING_REASONS, isHandover, pointsElsewhere } from '@/domain/tickets/moves';
import { TICKET_STATUSES } from '@/domain/tickets/status';
import { VERDICTS } from '@/domain/tickets/verdict';
import { action } from '../kernel/action';
import { fileTicket, typedTags } from './file-under';
import { giveTicket } from './give';
import { judgeTicket } from './judging';
import { mergeTicket } from './merging';
import { pairForUpdate } from './pair';
import { moveTicket } from './progress';
import { tellGiven } from './tell-given';

/** What a move says in words; nothing where nothing was written. In characters. */
const said = z
  .string()
  .trim()
  .max(120)
  .optional()
  .transform((text) => text || undefined);

/** What goes with a handover. In characters. */
const told = z
  .string()
  .trim()
  .max(4_000)
  .optional()
  .transform((text) => text || undefined);

/**
 * Takes a request to another status. `from` is the status the agent saw: when somebody else moved the request in the
 * meantime the act is refused (`conflict`) instead of overwriting theirs. Some moves have more to say (`moveNeeds`), and
 * are refused (`invalid`) without it: to hand a request over to the second level or to engineering takes a note of what
 * was tried and what is asked, and may give it to another team at once. To close it because it goes on in another
 * request is to merge it (`mergeTicket`).
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
    tried: told,
    asked: told,
    /** The team that takes over; the request stays with its team when left out. */
    teamId: z.uuid('errors.choice').optional(),
  }),
  async run(context) {
    const { from, to, number, partner, release, reason, duplicateOf, verdict, tags, ...rest } = context.input;
    const { tried, asked, teamId } = rest;
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
      ...(tried ? { tried } : {}),
      ...(asked ? { asked } : {}),
    };
    if (verdict) await judgeTicket(context, ticket, verdict);
    if (tags.length > 0) await fileTicket(context, ticket, { add: tags, drop: [] });
    await moveTicket(context, { ...ticket, verdict: verdict ?? ticket.verdict }, to, data);
    if (teamId && isHandover(to)) {
      const { assigneeId } = await giveTicket(context, ticket, { teamId });
      await tellGiven(context, [{ ticket, assigneeId }], 'in turn');
    }
    await recomputeTicket(context.tx, ticket.id);
    context.audit({ type: 'ticket', id: ticket.id }, { from, to, ...(reason ? { reason } : {}) });
    return { number: ticket.number, status: to };
  },
});
