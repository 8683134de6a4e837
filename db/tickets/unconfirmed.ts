import { and, count, eq, gt, inArray, isNull, sql } from 'drizzle-orm';
import type { Reader, Tx } from '../client';
import { attachments, tickets } from './schema';
import { unconfirmedRequests } from './unconfirmed-schema';

export type Unconfirmed = typeof unconfirmedRequests.$inferSelect;

/** Keeps what a visitor sent; `null` when the same post was kept before. */
export const insertUnconfirmed = async (
  tx: Tx,
  request: typeof unconfirmedRequests.$inferInsert,
): Promise<string | null> => {
  const [row] = await tx
    .insert(unconfirmedRequests)
    .values(request)
    .onConflictDoNothing()
    .returning({ id: unconfirmedRequests.id });
  return row?.id ?? null;
};

/** What an earlier post of an address with the same key has said; `null` where there was none. */
export const unconfirmedByKey = async (
  db: Reader,
  email: string,
  key: string,
): Promise<Unconfirmed['input'] | null> => {
  const [row] = await db
    .select({ input: unconfirmedRequests.input })
    .from(unconfirmedRequests)
    .where(and(eq(unconfirmedRequests.email, email), eq(unconfirmedRequests.idempotencyKey, key)));
  return row?.input ?? null;
};

/** How many requests an address was asked to confirm since `since`. */
export const countUnconfirmed = async (db: Reader, email: string, since: Date): Promise<number> => {
  const [row] = await db
    .select({ total: count() })
    .from(unconfirmedRequests)
    .where(and(eq(unconfirmedRequests.email, email), gt(unconfirmedRequests.createdAt, since)));
  return row?.total ?? 0;
};

/** What a link is about, with the number of the request it became; `null` for a link that never was, or is forgotten. */
export const unconfirmedByToken = async (db: Reader, tokenHash: string) => {
  const [row] = await db
    .select({ request: unconfirmedRequests, ticket: tickets })
    .from(unconfirmedRequests)
    .leftJoin(tickets, eq(tickets.id, unconfirmedRequests.ticketId))
    .where(eq(unconfirmedRequests.tokenHash, tokenHash));
  return row ?? null;
};

/** Holds what a link is about until the transaction ends. */
export const holdUnconfirmed = async (tx: Tx, id: string): Promise<Unconfirmed | null> => {
  const [row] = await tx.select().from(unconfirmedRequests).where(eq(unconfirmedRequests.id, id)).for('update');
  return row ?? null;
};

/** Says which request it became. */
export const markConfirmed = async (tx: Tx, id: string, ticketId: string): Promise<void> => {
  await tx.update(unconfirmedRequests).set({ ticketId }).where(eq(unconfirmedRequests.id, id));
};

/** Keeps pending files until `until`, and answers how many of the claims were good. */
export const holdAttachments = async (
  tx: Tx,
  claims: readonly { id: string; claimHash: string }[],
  until: Date,
): Promise<number> => {
  if (claims.length === 0) return 0;
  const hashes = new Map(claims.map(({ id, claimHash }) => [id, claimHash]));
  const rows = await tx
    .select({ id: attachments.id, claimHash: attachments.claimHash })
    .from(attachments)
    .where(and(inArray(attachments.id, [...hashes.keys()]), isNull(attachments.messageId)))
    .for('update');
  const good = rows.filter(({ id, claimHash }) => hashes.get(id) === claimHash).map(({ id }) => id);
  if (good.length === 0) return 0;
  await tx
    .update(attachments)
    .set({ heldUntil: sql`greatest(${attachments.heldUntil}, ${until.toISOString()}::timestamptz)` })
    .where(inArray(attachments.id, good));
  return good.length;
};
