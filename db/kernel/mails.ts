import { and, asc, count, eq, inArray, isNotNull, isNull, ne, sql } from 'drizzle-orm';
import type { MailState } from '@/domain/mail/templates';
import type { Database, Reader, Tx } from '../client';
import { errorCodeOf } from '../error-code';
import { cut, instantBound, type Part, pageOf } from '../keyset';
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

const LOCK_NOT_AVAILABLE = '55P03';

/**
 * Holds mails until the transaction ends and answers whether none of them has left: `false` where one was sent, or is
 * being handed over at this moment, which nobody waits for. Whoever sends one waits for the holder, and finds it gone if it
 * was withdrawn: the row decides which of the two comes first.
 */
export const holdQueuedMails = async (tx: Tx, ids: readonly string[]): Promise<boolean> => {
  if (ids.length === 0) return true;
  const states = (attempt: Tx) =>
    attempt
      .select({ state: outboxMails.state })
      .from(outboxMails)
      .where(inArray(outboxMails.id, [...ids]))
      .orderBy(asc(outboxMails.id))
      .for('update', { noWait: true });
  try {
    return (await tx.transaction(states)).every(({ state }) => state === 'queued');
  } catch (error) {
    if (errorCodeOf(error) === LOCK_NOT_AVAILABLE) return false;
    throw error;
  }
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

/** A place among the mails: when one was written (epoch milliseconds), and its id. */
type MailPlace = [at: number, id: string];

const NEWEST_FIRST = {
  by: [outboxMails.createdAt, outboxMails.id],
  falls: true,
  bounds: ([at, id]: MailPlace) => [instantBound(at), sql`${id}::uuid`],
};

/** Mails, the newest first; of one state, or of all. */
export const listMails = async (db: Reader, state: MailState | undefined, part: Part<MailPlace>) => {
  const { where, orderBy, limit } = cut(NEWEST_FIRST, part);
  const rows = await db
    .select()
    .from(outboxMails)
    .where(and(state ? eq(outboxMails.state, state) : undefined, where))
    .orderBy(...orderBy)
    .limit(limit);
  return pageOf(rows, part, ({ createdAt, id }): MailPlace => [createdAt.getTime(), id]);
};

/** How many mails stand in each state. */
export const countMails = async (db: Reader) =>
  db.select({ state: outboxMails.state, total: count() }).from(outboxMails).groupBy(outboxMails.state);

/** One mail of the outbox. */
export const mailById = async (db: Reader | Database, id: string): Promise<OutboxMail | undefined> => {
  const [row] = await db.select().from(outboxMails).where(eq(outboxMails.id, id));
  return row;
};
