import { z } from 'zod';
import { listLevels } from '@/db/sla/queries';
import { appendTicketEvent, ticketParties, visibleTicketForUpdate } from '@/db/tickets/queries';
import { recomputeTicket } from '@/db/tickets/recompute';
import { invalidField } from '@/domain/refusal';
import { isLighter } from '@/domain/sla/criticality';
import { action } from '../kernel/action';
import { actorId, threadOf } from './progress';

/**
 * Sets the level of criticality of a request; its deadlines are reckoned anew. To lower it takes a reason (`invalid`
 * without), and the reason is sent to the requester.
 */
export const grade = action({
  permission: 'tickets.grade',
  input: z.object({
    number: z.coerce.number().int().positive(),
    level: z.string().min(1, 'errors.choice'),
    reason: z.string().trim().max(1_000).default(''),
  }),
  async run({ tx, actor, input, now, outbox, audit }) {
    const ticket = await visibleTicketForUpdate(tx, actor, input.number);
    const levels = await listLevels(tx);
    const level = levels.find((one) => one.key === input.level && one.active);
    if (!level) throw invalidField('level', 'errors.choice');
    const before = levels.find((one) => one.key === ticket.criticality);
    const lowered = before !== undefined && isLighter(level, before);
    if (lowered && !input.reason) throw invalidField('reason', 'errors.gradeReason');
    audit({ type: 'ticket', id: ticket.id }, { from: before?.key ?? null, to: level.key });
    if (before?.key === level.key) return { number: ticket.number, lowered: false };
    await appendTicketEvent(tx, ticket.id, {
      at: now.getTime(),
      actorId: actorId(actor),
      kind: 'graded',
      data: { level: level.key, ...(input.reason ? { reason: input.reason } : {}) },
    });
    await recomputeTicket(tx, ticket.id);
    if (lowered) {
      const { requester } = await ticketParties(tx, ticket.id);
      await outbox.mail({
        template: 'tickets.lowered',
        to: requester,
        thread: threadOf(ticket),
        data: {
          number: ticket.number,
          subject: ticket.subject,
          author: actor.kind === 'user' ? actor.name : '',
          before: before.name,
          level: level.name,
          reason: input.reason,
        },
      });
    }
    return { number: ticket.number, lowered };
  },
});
