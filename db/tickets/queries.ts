import { and, asc, eq, getTableColumns, gt, inArray, isNotNull, isNull, lte, or, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Actor } from '@/domain/access/actor';
import { notFound } from '@/domain/refusal';
import type { TicketEvent } from '@/domain/tickets/history';
import type { MessageVisibility } from '@/domain/tickets/messages';
import type { Reader, Tx } from '../client';
import { requestTypes } from '../forms/schema';
import { atTheDesk } from '../people/queries';
import { organisations, users } from '../people/schema';
import { teams } from '../teams/schema';
import { attachments, ticketEvents, ticketMessages, tickets } from './schema';
import { ticketVisibility } from './visibility';

export type Ticket = typeof tickets.$inferSelect;
export type Attachment = typeof attachments.$inferSelect;

/** Loads a request by its number through the actor. What the actor may not see does not exist: throws `not-found`. */
export const visibleTicket = async (db: Reader, actor: Actor, number: number): Promise<Ticket> => {
  const [ticket] = await db
    .select()
    .from(tickets)
    .where(and(eq(tickets.number, number), ticketVisibility(actor)));
  if (!ticket) throw notFound('ticket');
  return ticket;
};

/** Loads a request through the actor and holds its row until the transaction ends, so that moves are made one by one. */
export const visibleTicketForUpdate = async (tx: Tx, actor: Actor, number: number): Promise<Ticket> => {
  const [ticket] = await tx
    .select()
    .from(tickets)
    .where(and(eq(tickets.number, number), ticketVisibility(actor)))
    .for('update');
  if (!ticket) throw notFound('ticket');
  return ticket;
};

/** The row of a request for Guichet itself, by its id; `null` when it is gone. */
export const ticketById = async (db: Reader, id: string): Promise<Ticket | null> => {
  const [ticket] = await db.select().from(tickets).where(eq(tickets.id, id));
  return ticket ?? null;
};

/** Holds the row of a request for Guichet itself: jobs name requests by their ids. `null` when it is gone. */
export const ticketForUpdate = async (tx: Tx, id: string): Promise<Ticket | null> => {
  const [ticket] = await tx.select().from(tickets).where(eq(tickets.id, id)).for('update');
  return ticket ?? null;
};

/** Adds a fact to a request's history; call `recomputeTicket` after the last one. */
export const appendTicketEvent = async (tx: Tx, ticketId: string, event: TicketEvent): Promise<void> => {
  const { at, actorId, kind, data } = event;
  await tx.insert(ticketEvents).values({ ticketId, kind, actorId, data, at: new Date(at) });
};

/** Writes a new request; `null` when the same post was already taken (idempotency key), so that no twin is born. */
export const insertTicket = async (tx: Tx, ticket: typeof tickets.$inferInsert): Promise<Ticket | null> => {
  const [row] = await tx.insert(tickets).values(ticket).onConflictDoNothing().returning();
  return row ?? null;
};

/** The request that an earlier post with the same key has opened. */
export const ticketByIdempotencyKey = async (
  db: Reader,
  requesterId: string,
  key: string,
): Promise<Ticket | undefined> => {
  const [row] = await db
    .select()
    .from(tickets)
    .where(and(eq(tickets.requesterId, requesterId), eq(tickets.idempotencyKey, key)));
  return row;
};

/** Writes a message and answers its id; `null` when the same post was already taken. */
export const insertMessage = async (tx: Tx, message: typeof ticketMessages.$inferInsert): Promise<string | null> => {
  const [row] = await tx
    .insert(ticketMessages)
    .values(message)
    .onConflictDoNothing()
    .returning({ id: ticketMessages.id });
  return row?.id ?? null;
};

/** Writes a pending file. */
export const insertAttachment = async (tx: Tx, file: typeof attachments.$inferInsert): Promise<Attachment> => {
  const [row] = await tx.insert(attachments).values(file).returning();
  if (!row) throw new Error('an insert answered no row');
  return row;
};

/** Files of answers that this person has taken back: they go with what is written instead, and need no secret for it. */
const takenBackBy = (tx: Tx, authorId: string): SQL | undefined => {
  const withdrawn = and(eq(ticketMessages.authorId, authorId), isNotNull(ticketMessages.withdrawnAt));
  return inArray(attachments.messageId, tx.select({ id: ticketMessages.id }).from(ticketMessages).where(withdrawn));
};

/**
 * Gives pending files to a message, in their order, after the `first` that it has, and files of answers that its author
 * (`authorId`) has taken back; answers how many of the claims were good, so that the caller can refuse the rest.
 */
export const claimAttachments = async (
  tx: Tx,
  messageId: string,
  claims: readonly { id: string; claimHash: string }[],
  { first = 0, authorId = null }: { first?: number; authorId?: string | null } = {},
): Promise<number> => {
  const own = authorId ? takenBackBy(tx, authorId) : undefined;
  let claimed = 0;
  for (const [position, claim] of claims.entries()) {
    const rows = await tx
      .update(attachments)
      .set({ messageId, position: first + position })
      .where(
        and(
          eq(attachments.id, claim.id),
          or(and(eq(attachments.claimHash, claim.claimHash), isNull(attachments.messageId)), own),
        ),
      )
      .returning({ id: attachments.id });
    claimed += rows.length;
  }
  return claimed;
};

/** A message of a request that both sides read, by its id; `null` where there is none that stands. */
export const publicMessage = async (db: Reader, ticketId: string, id: string) => {
  const [row] = await db
    .select()
    .from(ticketMessages)
    .where(
      and(
        eq(ticketMessages.id, id),
        eq(ticketMessages.ticketId, ticketId),
        eq(ticketMessages.visibility, 'public'),
        isNull(ticketMessages.withdrawnAt),
      ),
    );
  return row ?? null;
};

/** Gives a message the files of another one, too: two rows of one stored file. Answers how many there are. */
export const copyAttachments = async (tx: Tx, from: string, to: string): Promise<number> => {
  const files = await tx.select().from(attachments).where(eq(attachments.messageId, from));
  if (files.length === 0) return 0;
  await tx.insert(attachments).values(files.map(({ id: _, ...file }) => ({ ...file, messageId: to })));
  return files.length;
};

/** What of a conversation somebody reads: messages of these visibilities, those that have left by `now` or, at the desk, all. */
export type Reading = { visibilities: readonly MessageVisibility[]; now: Date };

const readable = ({ visibilities, now }: Reading): SQL | undefined =>
  and(
    inArray(ticketMessages.visibility, [...visibilities]),
    isNull(ticketMessages.withdrawnAt),
    visibilities.includes('internal')
      ? undefined
      : or(isNull(ticketMessages.heldUntil), lte(ticketMessages.heldUntil, now)),
  );

/** Takes an answer back that has not left; answers what it said, `null` when there is none. */
export const withdrawMessage = async (tx: Tx, id: string, now: Date): Promise<string | null> => {
  const [row] = await tx
    .update(ticketMessages)
    .set({ withdrawnAt: now })
    .where(eq(ticketMessages.id, id))
    .returning({ body: ticketMessages.bodyText });
  return row?.body ?? null;
};

/** A file that waits to go with a message. */
type WaitingFile = Pick<Attachment, 'id' | 'name' | 'bytes' | 'mediaType'>;

/**
 * What an answer said that its author has taken back, with its files in their order; `null` where there is none of theirs,
 * and once they have answered otherwise.
 */
export const withdrawnAnswer = async (
  db: Reader,
  id: string,
  authorId: string,
): Promise<{ body: string; files: WaitingFile[] } | null> => {
  const [row] = await db
    .select({
      body: ticketMessages.bodyText,
      ticketId: ticketMessages.ticketId,
      withdrawnAt: ticketMessages.withdrawnAt,
    })
    .from(ticketMessages)
    .where(and(eq(ticketMessages.id, id), eq(ticketMessages.authorId, authorId)));
  if (!row?.withdrawnAt) return null;
  const [since] = await db
    .select({ id: ticketMessages.id })
    .from(ticketMessages)
    .where(
      and(
        eq(ticketMessages.ticketId, row.ticketId),
        eq(ticketMessages.authorId, authorId),
        eq(ticketMessages.visibility, 'public'),
        isNull(ticketMessages.withdrawnAt),
        gt(ticketMessages.createdAt, row.withdrawnAt),
      ),
    )
    .limit(1);
  if (since) return null;
  const { name, bytes, mediaType } = attachments;
  const files = await db
    .select({ id: attachments.id, name, bytes, mediaType })
    .from(attachments)
    .where(eq(attachments.messageId, id))
    .orderBy(asc(attachments.position), asc(attachments.id));
  return { body: row.body, files };
};

/** The file, if it belongs to a message that the actor may read. Throws `not-found` otherwise. */
export const visibleAttachment = async (
  db: Reader,
  actor: Actor,
  fileId: string,
  reading: Reading,
): Promise<Attachment> => {
  const [row] = await db
    .select(getTableColumns(attachments))
    .from(attachments)
    .innerJoin(ticketMessages, eq(attachments.messageId, ticketMessages.id))
    .innerJoin(tickets, eq(ticketMessages.ticketId, tickets.id))
    .where(and(eq(attachments.id, fileId), readable(reading), ticketVisibility(actor)));
  if (!row) throw notFound('file');
  return row;
};

const requester = alias(users, 'requester');
const assignee = alias(users, 'assignee');

type ShownFile = Pick<Attachment, 'id' | 'name' | 'mediaType' | 'bytes' | 'width' | 'height'>;

const filesOfMessage = sql<ShownFile[]>`coalesce((
  select json_agg(json_build_object('id', f.id, 'name', f.name, 'mediaType', f.media_type, 'bytes', f.bytes,
    'width', f.width, 'height', f.height) order by f.position, f.created_at)
  from ${attachments} f where f.message_id = ticket_messages.id), '[]')`;

/** A request's messages with authors and files, oldest first. The request itself must have been loaded through the actor. */
export const ticketConversation = async (db: Reader, ticketId: string, reading: Reading) => {
  return db
    .select({
      id: ticketMessages.id,
      visibility: ticketMessages.visibility,
      bodyHtml: ticketMessages.bodyHtml,
      createdAt: ticketMessages.createdAt,
      heldUntil: ticketMessages.heldUntil,
      authorId: ticketMessages.authorId,
      authorName: users.name,
      authorRole: users.role,
      files: filesOfMessage,
    })
    .from(ticketMessages)
    .leftJoin(users, eq(ticketMessages.authorId, users.id))
    .where(and(eq(ticketMessages.ticketId, ticketId), readable(reading)))
    .orderBy(asc(ticketMessages.createdAt), asc(ticketMessages.id));
};

/** People and words around a request: requester, organisation, assignee, type, team. Both sides read them: names, no addresses. */
export const ticketParties = async (db: Reader, ticketId: string) => {
  const [row] = await db
    .select({
      requester: { id: requester.id, name: requester.name },
      assignee: { id: assignee.id, name: assignee.name },
      organisation: { id: organisations.id, name: organisations.name, productVersion: organisations.productVersion },
      type: { key: requestTypes.key, name: requestTypes.name },
      team: { id: teams.id, name: teams.name, level: teams.level },
    })
    .from(tickets)
    .innerJoin(requester, eq(tickets.requesterId, requester.id))
    .innerJoin(requestTypes, eq(tickets.typeKey, requestTypes.key))
    .leftJoin(organisations, eq(tickets.organisationId, organisations.id))
    .leftJoin(assignee, eq(tickets.assigneeId, assignee.id))
    .leftJoin(teams, eq(tickets.teamId, teams.id))
    .where(eq(tickets.id, ticketId));
  if (!row) throw notFound('ticket');
  return row;
};

/**
 * Who handles a request, as mails need them; `null` where nobody does, or whoever did has left the desk: what customers
 * write is not for them any more.
 */
export const ticketHandler = async (db: Reader, ticketId: string) => {
  const [row] = await db
    .select({ id: users.id, name: users.name, email: users.email, locale: users.locale })
    .from(tickets)
    .innerJoin(users, eq(tickets.assigneeId, users.id))
    .where(and(eq(tickets.id, ticketId), atTheDesk));
  return row ?? null;
};
