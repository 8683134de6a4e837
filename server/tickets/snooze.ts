import { z } from 'zod';
import { appendTicketEvent, visibleTicketForUpdate } from '@/db/tickets/queries';
import { recomputeTicket } from '@/db/tickets/recompute';
import { invalidField, Refusal } from '@/domain/refusal';
import { instantIn } from '@/domain/tickets/snooze-words';
import { action } from '../kernel/action';
import { actorId } from './progress';

const YEAR_DAYS = 366;

/**
 * Puts a request out of the way until a time said in words (`lundi 9 h`, `in 3 days`, `2026-11-30T09:00`), by the agent's
 * own calendar; its deadlines run on. It is back at that time, or as soon as its requester writes. Refuses (`invalid`) words
 * that name no time, what is past or a year away, and (`conflict`) a closed request.
 */
export const snooze = action({
  permission: 'tickets.snooze',
  input: z.object({
    number: z.coerce.number().int().positive(),
    until: z.string().trim().min(1, 'errors.snoozeWhen').max(60, 'errors.snoozeWhen'),
  }),
  async run({ tx, actor, input, now, audit }) {
    const ticket = await visibleTicketForUpdate(tx, actor, input.number);
    if (ticket.status === 'closed') throw new Refusal('conflict', 'errors.ticketClosed');
    const until = instantIn(input.until, now.getTime(), actor.kind === 'user' ? actor.timeZone : 'UTC');
    if (until === null) throw invalidField('until', 'errors.snoozeWhen');
    if (until <= now.getTime()) throw invalidField('until', 'errors.snoozePast');
    if (until > now.getTime() + YEAR_DAYS * 86_400_000) throw invalidField('until', 'errors.snoozeFar');
    const fact = { at: now.getTime(), actorId: actorId(actor), kind: 'snoozed' as const };
    await appendTicketEvent(tx, ticket.id, { ...fact, data: { until } });
    await recomputeTicket(tx, ticket.id);
    audit({ type: 'ticket', id: ticket.id }, { until: new Date(until).toISOString() });
    return { number: ticket.number, until: new Date(until) };
  },
});
