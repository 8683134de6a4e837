import type { Tx } from '@/db/client';
import { listLevels } from '@/db/sla/queries';
import { appendTicketEvent, type Ticket } from '@/db/tickets/queries';
import type { Actor } from '@/domain/access/actor';
import { invalidField } from '@/domain/refusal';
import { isLighter } from '@/domain/sla/criticality';
import type { Outbox } from '../kernel/outbox';
import { noteGraded } from './completing';
import { requesterToTell } from './people-to-tell';
import { actorId, threadOf } from './progress';

type Grading = { tx: Tx; actor: Actor; now: Date; outbox: Outbox };

/**
 * Sets the level of criticality of a request and answers whether it was lowered. To lower it takes a reason (`invalid`
 * without), and the reason is sent to the requester. A request of which the level was all that was missing is complete. The caller recomputes the row.
 */
export const regradeTicket = async (
  { tx, actor, now, outbox }: Grading,
  ticket: Ticket,
  wanted: { level: string; reason: string },
): Promise<{ from: string | null; lowered: boolean }> => {
  const levels = await listLevels(tx);
  const level = levels.find((one) => one.key === wanted.level && one.active);
  if (!level) throw invalidField('level', 'errors.choice');
  const before = levels.find((one) => one.key === ticket.criticality);
  const lowered = before !== undefined && isLighter(level, before);
  if (lowered && !wanted.reason) throw invalidField('reason', 'errors.gradeReason');
  if (before?.key === level.key) return { from: before.key, lowered: false };
  await appendTicketEvent(tx, ticket.id, {
    at: now.getTime(),
    actorId: actorId(actor),
    kind: 'graded',
    data: { level: level.key, ...(wanted.reason ? { reason: wanted.reason } : {}) },
  });
  await noteGraded({ tx, actor, now }, ticket, level.key);
  const to = lowered ? await requesterToTell(tx, ticket) : null;
  if (to && before) {
    await outbox.mail({
      template: 'tickets.lowered',
      to,
      thread: threadOf(ticket),
      data: {
        number: ticket.number,
        subject: ticket.subject,
        author: actor.kind === 'user' ? actor.name : '',
        before: before.name,
        level: level.name,
        reason: wanted.reason,
      },
    });
  }
  return { from: before?.key ?? null, lowered };
};
