import type { Tx } from '@/db/client';
import { actorById } from '@/db/people/queries';
import { type Addressee, countFollowers, insertFollower } from '@/db/tickets/followers';
import { visibleNumbers } from '@/db/tickets/links';
import { appendTicketEvent, type Ticket } from '@/db/tickets/queries';
import { recomputeTicket } from '@/db/tickets/recompute';
import { insertUndoStep } from '@/db/tickets/undo';
import { MOST_FOLLOWERS } from '@/domain/access/copies';
import { invalidField, Refusal } from '@/domain/refusal';
import type { PointingReason } from '@/domain/tickets/moves';
import { UNDO_SECONDS } from '@/domain/tickets/undo';
import type { ActionContext } from '../kernel/action';
import { heldOutbox, type Outbox } from '../kernel/outbox';
import { linkTickets } from './linking';
import { customersOf } from './people-to-tell';
import { actorId, moveTicket, threadOf } from './progress';
import { passTiesOn } from './tying';

type Context = Omit<ActionContext<unknown>, 'input' | 'call' | 'audit' | 'idle'>;

/** Whether somebody may see a request by who they are, asked as they would ask for it themselves. */
export const maySee = async (tx: Tx, userId: string, ticket: Ticket, now: Date): Promise<boolean> => {
  const person = await actorById(tx, userId, now);
  return person !== null && (await visibleNumbers(tx, person, [ticket.number])).has(ticket.number);
};

/** Puts somebody who sees the request that goes on in copy of it; answers whether they were not yet. */
const letHear = async ({ tx, actor, now }: Context, person: Addressee, target: Ticket): Promise<boolean> => {
  if (person.id === target.requesterId || (await countFollowers(tx, target.id)) >= MOST_FOLLOWERS) return false;
  return insertFollower(tx, { ticketId: target.id, userId: person.id, addedBy: actorId(actor), createdAt: now });
};

/** Tells the people of a request where it goes on: its number only to those who may see it. */
const tell = async (
  outbox: Outbox,
  people: readonly (Addressee & { sees: boolean })[],
  [ticket, target]: readonly [Ticket, Ticket],
  author: string,
): Promise<void> => {
  for (const person of people) {
    await outbox.mail({
      template: 'tickets.merged',
      to: person,
      thread: threadOf(ticket),
      data: {
        number: ticket.number,
        subject: ticket.subject,
        author,
        into: person.sees ? { number: target.number, subject: target.subject } : null,
        inCopy: person.id !== ticket.requesterId,
      },
    });
  }
};

/**
 * Closes a request as a duplicate of another one, in which it goes on: links the two, ties the other to what it was tied to, and puts those of its people in copy
 * of the other who may see that already. Nobody is let into a request by this: whoever may not see it is told that the
 * matter is followed elsewhere, and not where. The mails wait for a minute, in which taking the merge back says nothing to
 * anybody. Both requests were loaded through the actor; recomputes both. Refuses (`invalid`, beside the field) a request
 * that does not go on itself, and (`conflict`) what the status machine does not have.
 */
export const mergeTicket = async (
  context: Context,
  [ticket, target]: readonly [Ticket, Ticket],
  { reason, field }: { reason: PointingReason; field: string },
): Promise<{ copied: number }> => {
  const { tx, actor, now } = context;
  if (actor.kind !== 'user') throw new Refusal('forbidden', 'errors.forbidden');
  if (target.status === 'closed') throw invalidField(field, 'errors.mergeClosed');
  await moveTicket(context, ticket, 'closed', { reason, duplicateOf: target.number }, 'silently');
  const linked = await linkTickets(context, ticket, target, 'duplicate_of');
  const tied = await passTiesOn(context, ticket, target);
  const people: (Addressee & { sees: boolean })[] = [];
  const copied: string[] = [];
  for (const person of await customersOf(tx, ticket)) {
    const sees = await maySee(tx, person.id, target, now);
    people.push({ ...person, sees });
    if (sees && (await letHear(context, person, target))) copied.push(person.id);
  }
  const expiresAt = new Date(now.getTime() + UNDO_SECONDS * 1_000);
  const held = heldOutbox(tx, now, expiresAt);
  const others = people.filter(({ id }) => id !== actor.id);
  await tell(held.outbox, others, [ticket, target], actor.name);
  const data = { act: 'merge' as const, changed: [], left: [] };
  const kept = { userId: actor.id, data, mailIds: held.mailIds, expiresAt, createdAt: now };
  const step = await insertUndoStep(tx, kept);
  const fact = { at: now.getTime(), actorId: actor.id, kind: 'merged' as const };
  await appendTicketEvent(tx, target.id, { ...fact, data: { other: ticket.number, copied, linked, step, tied } });
  await recomputeTicket(tx, ticket.id);
  await recomputeTicket(tx, target.id);
  await context.outbox.index('request', String(ticket.number));
  await context.outbox.index('request', String(target.number));
  return { copied: copied.length };
};
