import { z } from 'zod';
import { accountsInUse } from '@/db/people/queries';
import { ticketById } from '@/db/tickets/queries';
import { ticketHistory } from '@/db/tickets/recompute';
import { Refusal } from '@/domain/refusal';
import { query } from '../kernel/action';
import { readSignedIds } from '../kernel/signed';
import { givenRating, isRateable, RATING_PURPOSE } from './rating';

/** What the link of a mail lets its reader rate, and what they said of it; `not-found` as in `tickets.rateByMail`. */
export const toRate = query({
  permission: 'tickets.toRate',
  pace: { max: 60, seconds: 60 },
  input: z.object({ token: z.string().max(300) }),
  async run({ db, input, now }) {
    const [ticketId, userId] = readSignedIds(RATING_PURPOSE, input.token) ?? [];
    const ticket = ticketId && userId ? await ticketById(db, ticketId) : null;
    const [author] = ticket && ticket.requesterId === userId ? await accountsInUse(db, [userId]) : [];
    if (!ticket || !author) throw new Refusal('not-found', 'errors.linkGone');
    return {
      number: ticket.number,
      subject: ticket.subject,
      mayRate: isRateable(ticket, now.getTime()),
      given: givenRating(ticket, await ticketHistory(db, ticket.id)),
    };
  },
});
