import { z } from 'zod';
import type { Tx } from '@/db/client';
import { insertFollower } from '@/db/tickets/followers';
import { insertLink } from '@/db/tickets/links';
import {
  appendTicketEvent,
  copyAttachments,
  insertMessage,
  insertTicket,
  publicMessage,
  type Ticket,
  ticketByIdempotencyKey,
  visibleTicketForUpdate,
} from '@/db/tickets/queries';
import { recomputeTicket, ticketHistory } from '@/db/tickets/recompute';
import { notFound, Refusal } from '@/domain/refusal';
import { standing, type TicketEvent } from '@/domain/tickets/history';
import { TICKET_LIMITS } from '@/domain/tickets/messages';
import { type ActionContext, action } from '../kernel/action';
import { maySee } from './merging';
import { customersOf } from './people-to-tell';
import { actorId, threadOf } from './progress';

const input = z.object({
  number: z.coerce.number().int().positive(),
  messageId: z.uuid(),
  subject: z.string().trim().min(TICKET_LIMITS.subject.min).max(TICKET_LIMITS.subject.max),
  idempotencyKey: z.uuid().optional(),
});
type Context = ActionContext<z.output<typeof input>>;
type Message = NonNullable<Awaited<ReturnType<typeof publicMessage>>>;

/** The message, if it is one that the customer's side added: what opened the request cannot leave it, and notes are nobody's to read. */
const splittable = async (tx: Tx, ticket: Ticket, messageId: string): Promise<Message> => {
  const facts = standing(await ticketHistory(tx, ticket.id));
  const written = facts.some(
    ({ kind, data }) =>
      kind === 'replied' && 'side' in data && data.side === 'requester' && data.messageId === messageId,
  );
  const message = written ? await publicMessage(tx, ticket.id, messageId) : null;
  if (!message) throw notFound('message');
  const split = facts.some((fact) => fact.kind === 'split' && fact.data.messageId === messageId);
  if (split) throw new Refusal('conflict', 'errors.messageSplit');
  return message;
};

/** The new request goes to those who have the other: they have just read what it is about. */
const placeLike = async (
  tx: Tx,
  fresh: Ticket,
  { teamId, assigneeId }: Ticket,
  by: { at: number; actorId: string | null },
) => {
  const facts: TicketEvent[] = [
    ...(teamId ? [{ ...by, kind: 'routed' as const, data: { teamId } }] : []),
    ...(assigneeId ? [{ ...by, kind: 'assigned' as const, data: { assigneeId } }] : []),
  ];
  for (const fact of facts) await appendTicketEvent(tx, fresh.id, fact);
};

/** The row of the new request and its first message, which was written when it was. */
const write = async ({ tx, now, input: given }: Context, ticket: Ticket, message: Message): Promise<Ticket> => {
  const { typeKey, contact, requesterId, organisationId, byVisitor, locale } = ticket;
  const fresh = await insertTicket(tx, {
    ...{ typeKey, contact, requesterId, organisationId, byVisitor, locale },
    subject: given.subject,
    idempotencyKey: given.idempotencyKey ?? null,
    createdAt: now,
    lastActivityAt: now,
  });
  if (!fresh) throw new Refusal('conflict', 'errors.messageSplit');
  const { authorId, bodyHtml, bodyText, createdAt } = message;
  const first = { ticketId: fresh.id, authorId, visibility: 'public' as const, bodyHtml, bodyText, createdAt };
  const messageId = await insertMessage(tx, first);
  if (!messageId) throw new Error('the first message of a request cannot be a repetition');
  await copyAttachments(tx, message.id, messageId);
  return fresh;
};

/** The facts in both histories, and the link. */
const record = async ({ tx, actor, now }: Context, fresh: Ticket, ticket: Ticket, { id, authorId }: Message) => {
  const at = now.getTime();
  const by = { at, actorId: actorId(actor) };
  const split = { ...by, kind: 'split' as const };
  await appendTicketEvent(tx, fresh.id, { at, actorId: ticket.requesterId, kind: 'opened', data: {} });
  await appendTicketEvent(tx, fresh.id, { ...split, data: { other: ticket.number, messageId: id, way: 'from' } });
  await appendTicketEvent(tx, ticket.id, { ...split, data: { other: fresh.number, messageId: id, way: 'into' } });
  await placeLike(tx, fresh, ticket, by);
  await insertLink(tx, { ticketId: fresh.id, otherId: ticket.id, role: 'related', by: by.actorId, now });
  // Whoever wrote it goes on hearing of it, as long as they may see what they wrote it in.
  if (authorId && authorId !== ticket.requesterId && (await maySee(tx, authorId, ticket, now))) {
    await insertFollower(tx, { ticketId: fresh.id, userId: authorId, addedBy: by.actorId, createdAt: now });
  }
};

const tell = async ({ tx, actor, outbox }: Context, fresh: Ticket, from: number, { bodyHtml, bodyText }: Message) => {
  const author = actor.kind === 'user' ? actor.name : '';
  for (const person of await customersOf(tx, fresh)) {
    if (person.id === actorId(actor)) continue;
    await outbox.mail({
      template: 'tickets.split',
      to: person,
      thread: threadOf(fresh),
      data: { number: fresh.number, subject: fresh.subject, author, from, bodyHtml, bodyText },
    });
  }
};

/**
 * Makes a message of the customer's side, with its files, the first of a request of its own: of the same requester, type and
 * team, linked to the one it was written in, where it stays to be read. Its people are told. Throws `not-found` for what is
 * no such message, refuses (`conflict`) one that has begun a request already. A repeated post makes one request.
 */
export const split = action({
  permission: 'tickets.split',
  input,
  async run(context) {
    const { tx, actor, outbox, audit } = context;
    const { number, messageId, idempotencyKey } = context.input;
    const ticket = await visibleTicketForUpdate(tx, actor, number);
    const earlier = idempotencyKey && (await ticketByIdempotencyKey(tx, ticket.requesterId, idempotencyKey));
    if (earlier) return { number: earlier.number };
    const message = await splittable(tx, ticket, messageId);
    const fresh = await write(context, ticket, message);
    await record(context, fresh, ticket, message);
    await recomputeTicket(tx, ticket.id);
    await recomputeTicket(tx, fresh.id);
    await tell(context, fresh, ticket.number, message);
    await outbox.index('request', String(fresh.number));
    audit({ type: 'ticket', id: ticket.id }, { into: fresh.number, messageId });
    return { number: fresh.number };
  },
});
