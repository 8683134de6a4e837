import { z } from 'zod';
import type { Tx } from '@/db/client';
import { appendTicketEvent, type Ticket } from '@/db/tickets/queries';
import type { Actor } from '@/domain/access/actor';
import { invalidField, Refusal } from '@/domain/refusal';
import { instantIn } from '@/domain/tickets/snooze-words';
import { actorId } from './sides';

/** When a request is to be back, in words: `lundi 9 h`, `in 3 days`, `2026-11-30T09:00`. */
export const untilField = z.string().trim().min(1, 'errors.snoozeWhen').max(60, 'errors.snoozeWhen');

const FARTHEST_MS = 366 * 86_400_000;

type Sleeping = { tx: Tx; actor: Actor; now: Date };

/**
 * Puts a request out of the way until a time said in words, by the agent's own calendar; its deadlines run on. It is back at
 * that time, or as soon as its requester writes. Answers the instant (epoch milliseconds). The caller recomputes the row.
 * Refuses (`invalid`, field `until`) words that name no time, what is past or a year away, and (`conflict`) a closed request.
 */
export const putToSleep = async ({ tx, actor, now }: Sleeping, ticket: Ticket, words: string): Promise<number> => {
  if (ticket.status === 'closed') throw new Refusal('conflict', 'errors.ticketClosed');
  const until = instantIn(words, now.getTime(), actor.kind === 'user' ? actor.timeZone : 'UTC');
  if (until === null) throw invalidField('until', 'errors.snoozeWhen');
  if (until <= now.getTime()) throw invalidField('until', 'errors.snoozePast');
  if (until > now.getTime() + FARTHEST_MS) throw invalidField('until', 'errors.snoozeFar');
  const fact = { at: now.getTime(), actorId: actorId(actor), kind: 'snoozed' as const };
  await appendTicketEvent(tx, ticket.id, { ...fact, data: { until } });
  return until;
};
