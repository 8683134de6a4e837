import { z } from 'zod';
import { appendTicketEvent, visibleTicketForUpdate } from '@/db/tickets/queries';
import { recomputeTicket } from '@/db/tickets/recompute';
import { invalidField, Refusal } from '@/domain/refusal';
import { Temporal } from '@/domain/time/temporal';
import { action } from '../kernel/action';
import { actorId } from './progress';

const YEAR_DAYS = 366;

const instantOf = (local: string, timeZone: string): number => {
  try {
    return Temporal.PlainDateTime.from(local).toZonedDateTime(timeZone).epochMilliseconds;
  } catch {
    throw invalidField('until', 'errors.snoozeWhen');
  }
};

/**
 * Puts a request out of the way until a day and hour (`2026-11-30T09:00`, in the agent's own time zone); its deadlines run
 * on. It is back at that time, or as soon as its requester writes. Refuses (`invalid`) what is past or a year away, and
 * (`conflict`) a closed request.
 */
export const snooze = action({
  permission: 'tickets.snooze',
  input: z.object({
    number: z.coerce.number().int().positive(),
    until: z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/, 'errors.snoozeWhen'),
  }),
  async run({ tx, actor, input, now, audit }) {
    const ticket = await visibleTicketForUpdate(tx, actor, input.number);
    if (ticket.status === 'closed') throw new Refusal('conflict', 'errors.ticketClosed');
    const until = instantOf(input.until, actor.kind === 'user' ? actor.timeZone : 'UTC');
    if (until <= now.getTime()) throw invalidField('until', 'errors.snoozePast');
    if (until > now.getTime() + YEAR_DAYS * 86_400_000) throw invalidField('until', 'errors.snoozeFar');
    const fact = { at: now.getTime(), actorId: actorId(actor), kind: 'snoozed' as const };
    await appendTicketEvent(tx, ticket.id, { ...fact, data: { until } });
    await recomputeTicket(tx, ticket.id);
    audit({ type: 'ticket', id: ticket.id }, { until: new Date(until).toISOString() });
    return { number: ticket.number };
  },
});
