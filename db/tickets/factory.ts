import { randomUUID } from 'node:crypto';
import type { TicketEvent } from '@/domain/tickets/history';
import type { MessageVisibility } from '@/domain/tickets/messages';
import type { Tx } from '../client';
import { appendTicketEvent, insertMessage, insertTicket, type Ticket } from './queries';
import { recomputeTicket } from './recompute';
import type { tickets } from './schema';

type NewTicket = Pick<typeof tickets.$inferInsert, 'requesterId'> &
  Partial<typeof tickets.$inferInsert> & { body?: string };

const paragraphs = (text: string): string =>
  text
    .split(/\n{2,}/)
    .map((paragraph) => `<p>${paragraph.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/\n/g, '<br />')}</p>`)
    .join('');

/** Makes a request with its first message and its opening, for tests and the demo. `createdAt` is when it was opened. */
export const makeTicket = async (tx: Tx, given: NewTicket): Promise<Ticket> => {
  const { body = 'Le bouton « Importer » ne répond plus depuis ce matin.', ...values } = given;
  const at = given.createdAt ?? new Date();
  const ticket = await insertTicket(tx, {
    typeKey: 'problem',
    subject: 'L’import de nos adhérents s’arrête à mi-chemin',
    locale: 'fr',
    idempotencyKey: randomUUID(),
    lastActivityAt: at,
    ...values,
    createdAt: at,
  });
  if (!ticket) throw new Error('a request of a fresh idempotency key was taken for a repetition');
  await makeMessage(tx, ticket, { authorId: ticket.requesterId, at, body });
  await appendTicketEvent(tx, ticket.id, { at: at.getTime(), actorId: ticket.requesterId, kind: 'opened', data: {} });
  await recomputeTicket(tx, ticket.id);
  return ticket;
};

/** Writes a message without its fact and answers its id. */
export const makeMessage = async (
  tx: Tx,
  ticket: Pick<Ticket, 'id'>,
  message: { authorId: string | null; at: Date; body: string; visibility?: MessageVisibility },
): Promise<string> => {
  const { authorId, at, body, visibility = 'public' } = message;
  const id = await insertMessage(tx, {
    ticketId: ticket.id,
    authorId,
    visibility,
    bodyHtml: paragraphs(body),
    bodyText: body,
    createdAt: at,
  });
  if (!id) throw new Error('a message without a key cannot be a repetition');
  return id;
};

/** Adds facts to a request's history and recomputes its row. */
export const addFacts = async (tx: Tx, ticket: Pick<Ticket, 'id'>, facts: readonly TicketEvent[]): Promise<void> => {
  for (const fact of facts) await appendTicketEvent(tx, ticket.id, fact);
  await recomputeTicket(tx, ticket.id);
};
