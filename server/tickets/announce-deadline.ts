import { z } from 'zod';
import { clockRules } from '@/db/sla/queries';
import { claimNotice } from '@/db/tickets/deadlines';
import { appendTicketEvent, ticketForUpdate } from '@/db/tickets/queries';
import { CLOCK_KINDS, DEADLINE_STAGES } from '@/domain/tickets/history';
import { action } from '../kernel/action';
import { handlersOf } from './people-to-tell';
import { threadOf } from './progress';

/**
 * Tells that a deadline is near or has passed: a fact in the history and a mail to whoever handles the request, while
 * nobody does to the people of its team, and without one to the whole desk. Each is told once, however many workers look; what is no longer true is not told at all.
 */
export const announceDeadline = action({
  permission: 'tickets.announceDeadline',
  input: z.object({
    ticketId: z.uuid(),
    clock: z.enum(CLOCK_KINDS),
    turn: z.number().int().positive(),
    stage: z.enum(DEADLINE_STAGES),
  }),
  async run({ tx, input, now, outbox, audit, idle }) {
    const ticket = await ticketForUpdate(tx, input.ticketId);
    const due = ticket && (await claimNotice(tx, input, now));
    if (!due) {
      idle();
      return { told: false };
    }
    const { clock, turn, stage } = input;
    await appendTicketEvent(tx, ticket.id, {
      at: now.getTime(),
      actorId: null,
      kind: 'deadline',
      data: { clock, turn, stage, due: due.getTime() },
    });
    const { time } = await clockRules(tx, ticket.typeKey, ticket.criticality);
    for (const person of await handlersOf(tx, ticket)) {
      await outbox.mail({
        template: stage === 'warned' ? 'tickets.deadlineNear' : 'tickets.deadlineMissed',
        to: person,
        thread: threadOf(ticket),
        data: {
          number: ticket.number,
          subject: ticket.subject,
          clock,
          due: due.toISOString(),
          timeZone: time.timeZone,
        },
      });
    }
    audit({ type: 'ticket', id: ticket.id }, { clock, turn, stage });
    return { told: true };
  },
});
