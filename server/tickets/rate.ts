import { z } from 'zod';
import { appendTicketEvent, ticketHandler, visibleTicketForUpdate } from '@/db/tickets/queries';
import { recomputeTicket, ticketHistory } from '@/db/tickets/recompute';
import { Refusal } from '@/domain/refusal';
import { mayBeRated, RATING_COMMENT_LIMIT, RATINGS, wantsAttention } from '@/domain/tickets/rating';
import { action } from '../kernel/action';
import { actorId, threadOf } from './progress';

/**
 * Says how content the requester is with the resolution; said again, it takes the place of what was said before. Nobody rates in
 * their stead (`forbidden`), nor what is at work or was resolved too long ago (`conflict`). Whoever follows the request is told
 * of a bad rating and of words.
 */
export const rate = action({
  permission: 'tickets.rate',
  limits: [{ max: 30, seconds: 600 }],
  input: z.object({
    number: z.coerce.number().int().positive(),
    rating: z.enum(RATINGS),
    comment: z.string().trim().max(RATING_COMMENT_LIMIT).default(''),
  }),
  async run({ tx, actor, input, now, audit, idle, outbox }) {
    const ticket = await visibleTicketForUpdate(tx, actor, input.number);
    if (actorId(actor) !== ticket.requesterId) throw new Refusal('forbidden', 'errors.forbidden');
    const resolvedAt = ticket.resolvedAt?.getTime() ?? null;
    if (!mayBeRated({ resolvedAt, closingReason: ticket.closingReason }, now.getTime())) {
      throw new Refusal('conflict', 'errors.ticketNotRated');
    }
    const comment = input.comment === '' ? null : input.comment;
    const before = (await ticketHistory(tx, ticket.id)).findLast((event) => event.kind === 'rated');
    if (ticket.rating === input.rating && before?.kind === 'rated' && before.data.comment === comment) {
      // Pressed twice, or sent twice: it is said once.
      idle();
      return { number: ticket.number, rating: input.rating };
    }
    const fact = { at: now.getTime(), actorId: actorId(actor), kind: 'rated' as const };
    await appendTicketEvent(tx, ticket.id, { ...fact, data: { rating: input.rating, comment } });
    await recomputeTicket(tx, ticket.id);
    const handler = wantsAttention(input.rating, comment) ? await ticketHandler(tx, ticket.id) : null;
    if (handler) {
      const { number, subject } = ticket;
      const data = { number, subject, author: actor.kind === 'user' ? actor.name : '', rating: input.rating, comment };
      await outbox.mail({ template: 'tickets.rated', to: handler, thread: threadOf(ticket), data });
    }
    audit({ type: 'ticket', id: ticket.id }, { rating: input.rating, commented: comment !== null });
    return { number: ticket.number, rating: input.rating };
  },
});
