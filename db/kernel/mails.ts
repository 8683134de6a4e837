import { and, count, desc, eq, inArray, isNotNull, isNull, ne } from 'drizzle-orm';
import type { MailState } from '@/domain/mail/templates';
import type { Database, Reader, Tx } from '../client';
import { outboxMails } from './schema';

export type OutboxMail = typeof outboxMails.$inferSelect;

/** A mail of the outbox, its row held until the transaction ends. */
export const mailForUpdate = async (tx: Tx, id: string): Promise<OutboxMail | undefined> => {
  const [row] = await tx.select().from(outboxMails).where(eq(outboxMails.id, id)).for('update');
  return row;
};

/** The Message-ID of the first mail of a conversation, which all later ones refer to; `null` for the first itself. */
export const threadRoot = async (tx: Tx, threadKey: string, except: string): Promise<string | null> => {
  const [row] = await tx
    .select({ messageId: outboxMails.messageId })
    .from(outboxMails)
    .where(and(eq(outboxMails.threadKey, threadKey), isNotNull(outboxMails.messageId), ne(outboxMails.id, except)))
    .orderBy(outboxMails.createdAt)
    .limit(1);
  return row?.messageId ?? null;
};

/** Records what became of a mail. */
export const markMail = async (
  tx: Tx,
  id: string,
  change: Partial<Pick<OutboxMail, 'state' | 'attempts' | 'lastError' | 'sentAt' | 'messageId'>>,
): Promise<void> => {
  await tx.update(outboxMails).set(change).where(eq(outboxMails.id, id));
};

/** Takes mails of these conversations out of the outbox that have not left yet. */
export const withdrawMails = async (tx: Tx, ids: readonly string[], threadKeys: readonly string[]): Promise<void> => {
  if (ids.length === 0 || threadKeys.length === 0) return;
  await tx
    .delete(outboxMails)
    .where(
      and(
        inArray(outboxMails.id, [...ids]),
        inArray(outboxMails.threadKey, [...threadKeys]),
        eq(outboxMails.state, 'queued'),
      ),
    );
};

/** Mails of an act that have not left and belong to no conversation: they tell of several requests at once. */
export const queuedDigests = async (tx: Tx, ids: readonly string[]): Promise<OutboxMail[]> =>
  ids.length === 0
    ? []
    : tx
        .select()
        .from(outboxMails)
        .where(and(inArray(outboxMails.id, [...ids]), isNull(outboxMails.threadKey), eq(outboxMails.state, 'queued')));

/** Writes what a mail that has not left says anew. */
export const rewriteMail = async (tx: Tx, id: string, data: Record<string, unknown>): Promise<void> => {
  await tx.update(outboxMails).set({ data }).where(eq(outboxMails.id, id));
};

/** Takes a mail out of the outbox. */
export const deleteMail = async (tx: Tx, id: string): Promise<void> => {
  await tx.delete(outboxMails).where(eq(outboxMails.id, id));
};

/** Mails newest first, 50 from `offset`. */
export const listMails = async (
  db: Reader,
  states: readonly MailState[] | undefined,
  offset: number,
): Promise<OutboxMail[]> =>
  db
    .select()
    .from(outboxMails)
    .where(states ? inArray(outboxMails.state, [...states]) : undefined)
    .orderBy(desc(outboxMails.createdAt), desc(outboxMails.id))
    .limit(51)
    .offset(offset);

/** How many mails stand in each state. */
export const countMails = async (db: Reader) =>
  db.select({ state: outboxMails.state, total: count() }).from(outboxMails).groupBy(outboxMails.state);

/** One mail of the outbox. */
export const mailById = async (db: Reader | Database, id: string): Promise<OutboxMail | undefined> => {
  const [row] = await db.select().from(outboxMails).where(eq(outboxMails.id, id));
  return row;
};
