import { z } from 'zod';
import { visibleTicketForUpdate } from '@/db/tickets/queries';
import { Refusal } from '@/domain/refusal';
import { RATING_COMMENT_LIMIT, RATINGS } from '@/domain/tickets/rating';
import { action } from '../kernel/action';
import { keepRating } from './rating';

/** What is said, by whichever door. */
export const ratingFields = {
  rating: z.enum(RATINGS),
  comment: z
    .string()
    .trim()
    .max(RATING_COMMENT_LIMIT)
    .default('')
    .transform((words) => words || null),
};

/**
 * Says how content the requester is with the resolution; said again, it takes the place of what was said before. Nobody rates in
 * their stead (`forbidden`), nor what is at work or was resolved too long ago (`conflict`). Whoever follows the request is told
 * of a bad rating and of words.
 */
export const rate = action({
  permission: 'tickets.rate',
  limits: [{ max: 30, seconds: 600 }],
  input: z.object({ number: z.coerce.number().int().positive(), ...ratingFields }),
  async run(context) {
    const { tx, actor, input } = context;
    const ticket = await visibleTicketForUpdate(tx, actor, input.number);
    if (actor.kind !== 'user' || actor.id !== ticket.requesterId) throw new Refusal('forbidden', 'errors.forbidden');
    const { rating, comment } = input;
    await keepRating(context, ticket, actor, { rating, comment });
    return { number: ticket.number, rating };
  },
});
