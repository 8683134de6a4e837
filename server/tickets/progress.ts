import type { Tx } from '@/db/client';
import { formOf } from '@/db/forms/queries';
import { openCallOf } from '@/db/tickets/calls';
import { appendTicketEvent, type Ticket, visibleTicket } from '@/db/tickets/queries';
import { silenceRules } from '@/db/tickets/silence';
import { tagsOf } from '@/db/tickets/tags';
import type { Actor } from '@/domain/access/actor';
import { endsWork, unsaid } from '@/domain/forms/resolving';
import { invalidField, Refusal } from '@/domain/refusal';
import { isHandover, type MoveData, missingIn, relevantIn, tellsOfClosing } from '@/domain/tickets/moves';
import { mayMove, STATUS_RULES, type TicketStatus } from '@/domain/tickets/status';
import type { Outbox } from '../kernel/outbox';
import { noteHandover } from './handover';
import { customersToTell } from './people-to-tell';
import { ratingPath } from './rating';
import { actorId, partyOf, threadOf } from './sides';

export { actorId, partyOf, threadOf };

const DAY = 86_400_000;

/** What the verbs of a request share of their context. */
type Progress = { tx: Tx; actor: Actor; now: Date; outbox: Outbox };

/** What a move must say besides where it leads, each fault told beside its field. The request that goes on must be visible, and another one. */
const checkedData = async (context: Progress, ticket: Ticket, to: TicketStatus, said: MoveData): Promise<MoveData> => {
  const data = relevantIn(to, said);
  const missing = missingIn(to, data).map((field) => [field, { key: 'errors.required' }]);
  if (missing.length > 0) throw new Refusal('invalid', 'errors.invalid', {}, Object.fromEntries(missing));
  if (!data.duplicateOf) return data;
  if (data.duplicateOf === ticket.number) throw invalidField('duplicateOf', 'errors.ticketSame');
  await visibleTicket(context.tx, context.actor, data.duplicateOf).catch((error: unknown) => {
    throw error instanceof Refusal ? invalidField('duplicateOf', 'errors.notFound.ticket') : error;
  });
  return data;
};

/** Refuses (`conflict`, naming what is missing) to end work on a request before all is said of it that its type asks for. */
const checkDocumented = async ({ tx }: Progress, ticket: Ticket): Promise<void> => {
  const { type } = await formOf(tx, ticket.typeKey);
  if (type.resolveNeeds.length === 0) return;
  const tags = (await tagsOf(tx, [ticket.id])).get(ticket.id) ?? [];
  const missing = unsaid(type.resolveNeeds, { ...ticket, tags: tags.length });
  if (missing.length === 0) return;
  const fields = missing.map((need) => [need, { key: `errors.resolveNeed.${need}` }] as const);
  throw new Refusal('conflict', 'errors.resolveNeeds', {}, Object.fromEntries(fields));
};

/** A call that was agreed on is held and told of, or called off, before a request is over (`conflict`); time alone ends it all the same. */
const checkCall = async ({ tx, actor }: Progress, ticket: Ticket, to: TicketStatus): Promise<void> => {
  if (STATUS_RULES[to].clock !== 'stopped' || partyOf(actor) === 'system') return;
  if ((await openCallOf(tx, ticket.id))?.state === 'chosen') throw new Refusal('conflict', 'errors.callRecapFirst');
};

/**
 * Takes a request to another status: checks the status machine and what the move has to say, adds the fact (and the note
 * that goes with a handover) and tells the
 * requester and people in copy but for whoever made the move, unless it was closed as spam or is told of otherwise. The caller recomputes the row. Refuses with `conflict`
 * what the table does not have, and the end of a request while the recap of a call is to be written.
 */
export const moveTicket = async (
  context: Progress,
  ticket: Ticket,
  to: TicketStatus,
  said: MoveData = {},
  telling: 'aloud' | 'silently' = 'aloud',
): Promise<void> => {
  const { tx, actor, now, outbox } = context;
  const by = partyOf(actor);
  if (!mayMove(ticket.status, to, by)) {
    throw new Refusal('conflict', 'errors.ticketMove', { from: ticket.status, to });
  }
  await checkCall(context, ticket, to);
  const { tried, asked, ...data } = await checkedData(context, ticket, to, said);
  if (endsWork(to, by, data.reason)) await checkDocumented(context, ticket);
  const fact = { at: now.getTime(), actorId: actorId(actor) };
  const closesAt = to === 'resolved' ? now.getTime() + (await silenceRules(tx)).closeResolved * DAY : null;
  const moved = { from: ticket.status, to, by, ...data, ...(closesAt ? { closesAt } : {}) };
  await appendTicketEvent(tx, ticket.id, { ...fact, kind: 'moved', data: moved });
  if (isHandover(to) && tried && asked) await noteHandover(context, ticket, { to, tried, asked });
  if (telling === 'silently' || (to === 'closed' && !tellsOfClosing(data.reason ?? null))) return;
  for (const person of await customersToTell(tx, actor, ticket)) {
    await outbox.mail({
      template: 'tickets.moved',
      to: person,
      thread: threadOf(ticket),
      data: {
        number: ticket.number,
        subject: ticket.subject,
        author: actor.kind === 'user' ? actor.name : '',
        status: to,
        partner: data.partner ?? null,
        plannedRelease: data.release ?? null,
        closingReason: data.reason ?? null,
        followed: person.id === ticket.requesterId ? null : ticket.number,
        closesAt: closesAt ? new Date(closesAt).toISOString() : null,
        ratePath: ratingPath(ticket, person.id, { to, reason: data.reason ?? null }),
      },
    });
  }
};
