import { appendTicketEvent, type Ticket, ticketHandler } from '@/db/tickets/queries';
import { recomputeTicket, ticketHistory } from '@/db/tickets/recompute';
import { Refusal } from '@/domain/refusal';
import type { TicketEvent } from '@/domain/tickets/history';
import type { ClosingReason } from '@/domain/tickets/moves';
import { mayBeRated, type Rating, wantsAttention } from '@/domain/tickets/rating';
import { STATUS_RULES, type TicketStatus } from '@/domain/tickets/status';
import type { ActionContext } from '../kernel/action';
import { signedIds } from '../kernel/signed';
import { threadOf } from './sides';

/** What a token of a mail is good for: to rate one request, in the name of its requester. */
export const RATING_PURPOSE = 'tickets.rate';

type Given = { rating: Rating; comment: string | null };

/** What the requester said of this resolution, with their words. */
export const givenRating = ({ rating }: Pick<Ticket, 'rating'>, history: readonly TicketEvent[]): Given | null => {
  const last = history.findLast((event) => event.kind === 'rated');
  return rating && last?.kind === 'rated' ? last.data : null;
};

/** Whether a request may be rated now (epoch milliseconds). */
export const isRateable = ({ resolvedAt, closingReason }: Ticket, now: number): boolean =>
  mayBeRated({ resolvedAt: resolvedAt?.getTime() ?? null, closingReason }, now);

type Context = Pick<ActionContext<unknown>, 'tx' | 'now' | 'outbox' | 'idle' | 'audit'>;

/**
 * Writes what its requester thinks of a request that is held; pressed twice, it is said once. Whoever follows the request is told of a bad
 * rating and of words. Refuses (`conflict`) what is at work or was resolved too long ago.
 */
export const keepRating = async (
  { tx, now, outbox, idle, audit }: Context,
  ticket: Ticket,
  author: { id: string; name: string },
  said: Given,
): Promise<void> => {
  if (!isRateable(ticket, now.getTime())) throw new Refusal('conflict', 'errors.ticketNotRated');
  const before = givenRating(ticket, await ticketHistory(tx, ticket.id));
  if (before?.rating === said.rating && before.comment === said.comment) return idle();
  await appendTicketEvent(tx, ticket.id, { at: now.getTime(), actorId: author.id, kind: 'rated', data: said });
  await recomputeTicket(tx, ticket.id);
  const handler = wantsAttention(said.rating, said.comment) ? await ticketHandler(tx, ticket.id) : null;
  if (handler) {
    const { number, subject } = ticket;
    const data = { number, subject, author: author.name, ...said };
    await outbox.mail({ template: 'tickets.rated', to: handler, thread: threadOf(ticket), data });
  }
  audit({ type: 'ticket', id: ticket.id }, { rating: said.rating, commented: said.comment !== null });
};

type Ending = { to: TicketStatus; reason: ClosingReason | null };

/**
 * Where the requester rates a request by one press in the mail that tells of its end, without signing in; by its path after the
 * language. `null` for all others, where nothing came to an end that one could rate, and where they were asked before: when what is
 * resolved is closed. Whoever never answered is not asked for more.
 */
export const ratingPath = (ticket: Ticket, personId: string, { to, reason }: Ending): string | null => {
  const ends = to === 'resolved' || (to === 'closed' && STATUS_RULES[ticket.status].clock !== 'stopped');
  if (!ends || personId !== ticket.requesterId || reason === 'no_answer') return null;
  if (!mayBeRated({ resolvedAt: 0, closingReason: reason }, 0)) return null;
  const token = signedIds(RATING_PURPOSE, [ticket.id, personId]);
  return `/requests/rate?${new URLSearchParams({ token })}`;
};
