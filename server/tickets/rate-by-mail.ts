import { z } from 'zod';
import { accountsInUse } from '@/db/people/queries';
import { ticketForUpdate } from '@/db/tickets/queries';
import { Refusal } from '@/domain/refusal';
import { action } from '../kernel/action';
import { readSignedIds } from '../kernel/signed';
import { ratingFields } from './rate';
import { keepRating, RATING_PURPOSE } from './rating';

/**
 * Says how content the requester is, by the link of the mail that told them of the end of their request: whoever has the mail is
 * them, and need not sign in. Refuses (`not-found`) tokens that were not made here or whose account was closed, and (`conflict`) what
 * was opened again or resolved too long ago.
 */
export const rateByMail = action({
  permission: 'tickets.rateByMail',
  limits: [{ max: 30, seconds: 600 }],
  input: z.object({ token: z.string().max(300), ...ratingFields }),
  async run(context) {
    const { tx, input } = context;
    const [ticketId, userId] = readSignedIds(RATING_PURPOSE, input.token) ?? [];
    const ticket = ticketId && userId ? await ticketForUpdate(tx, ticketId) : null;
    const [author] = ticket && ticket.requesterId === userId ? await accountsInUse(tx, [userId]) : [];
    if (!ticket || !author) throw new Refusal('not-found', 'errors.linkGone');
    const { rating, comment } = input;
    await keepRating(context, ticket, author, { rating, comment });
    return { number: ticket.number, rating };
  },
});
