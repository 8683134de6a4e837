import { randomUUID } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import type { TicketEvent } from '@/domain/tickets/history';
import type { MessageVisibility } from '@/domain/tickets/messages';
import type { Tx } from '../client';
import { ticketCalls } from './calls-schema';
import { appendTicketEvent, insertMessage, insertTicket, type Ticket } from './queries';
import { recomputeTicket } from './recompute';
import { ticketClocks, ticketEvents, ticketMessages, tickets } from './schema';

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

/** What facts say of other moments, in epoch milliseconds. */
const MOMENTS = ['until', 'due', 'at', 'closesAt'];

/**
 * Makes all of a request older by `ms` milliseconds, what was said of other moments included: a week ago is tried by making it so, since
 * clocks are not faked. What people were mailed stays as it is.
 */
export const makeOlder = async (tx: Tx, number: number, ms: number): Promise<void> => {
  const [ticket] = await tx.select({ id: tickets.id }).from(tickets).where(eq(tickets.number, number)).for('update');
  if (!ticket) throw new Error(`there is no request ${number}`);
  const earlier = (column: unknown) => sql`${column} - make_interval(secs => ${ms / 1000}::float8)`;
  const moments = sql.join(
    MOMENTS.map((key) => sql`${key}::text, (${ticketEvents.data} ->> ${key}::text)::bigint - ${ms}::bigint`),
    sql`, `,
  );
  const data = sql`${ticketEvents.data} || jsonb_strip_nulls(jsonb_build_object(${moments}))`;
  const slots = sql`(select coalesce(jsonb_agg(slot::text::bigint - ${ms}::bigint), '[]') from jsonb_array_elements(${ticketCalls.slots}) slot)`;
  await tx
    .update(ticketEvents)
    .set({ at: earlier(ticketEvents.at), data })
    .where(eq(ticketEvents.ticketId, ticket.id));
  await tx
    .update(ticketMessages)
    .set({ createdAt: earlier(ticketMessages.createdAt) })
    .where(eq(ticketMessages.ticketId, ticket.id));
  await tx
    .update(ticketClocks)
    .set({ warnedAt: earlier(ticketClocks.warnedAt), breachedAt: earlier(ticketClocks.breachedAt) })
    .where(eq(ticketClocks.ticketId, ticket.id));
  await tx
    .update(ticketCalls)
    .set({ createdAt: earlier(ticketCalls.createdAt), chosenAt: earlier(ticketCalls.chosenAt), slots })
    .where(eq(ticketCalls.ticketId, ticket.id));
  await tx
    .update(tickets)
    .set({ createdAt: earlier(tickets.createdAt) })
    .where(eq(tickets.id, ticket.id));
  await recomputeTicket(tx, ticket.id);
};
