import { and, eq, ilike, inArray, sql } from 'drizzle-orm';
import { type BlockKind, patternsAgainst } from '@/domain/blocking/patterns';
import { notFound } from '@/domain/refusal';
import type { Reader, Tx } from '../client';
import { cut, type Part, pageOf } from '../keyset';
import { containing } from '../like';
import { users } from '../people/schema';
import { blockedSenders } from './schema';

/** Whether requests of an address are refused. */
export const isBlocked = async (db: Reader, address: string): Promise<boolean> => {
  const rows = await db
    .select({ id: blockedSenders.id })
    .from(blockedSenders)
    .where(inArray(blockedSenders.pattern, patternsAgainst(address)))
    .limit(1);
  return rows.length > 0;
};

/** A place among what is blocked. */
type BlockedPlace = [pattern: string];

/** What is blocked, in the order of its letters, with who blocked it; `text` is a piece of an address or domain. */
export const listBlocked = async (db: Reader, text: string | undefined, part: Part<BlockedPlace>) => {
  const { where, orderBy, limit } = cut({ by: [blockedSenders.pattern], bounds: ([at]) => [sql`${at}`] }, part);
  const rows = await db
    .select({
      id: blockedSenders.id,
      pattern: blockedSenders.pattern,
      kind: blockedSenders.kind,
      reason: blockedSenders.reason,
      addedBy: users.name,
      createdAt: blockedSenders.createdAt,
    })
    .from(blockedSenders)
    .leftJoin(users, eq(users.id, blockedSenders.addedBy))
    .where(and(text ? ilike(blockedSenders.pattern, containing(text)) : undefined, where))
    .orderBy(...orderBy)
    .limit(limit);
  return pageOf(rows, part, ({ pattern }): BlockedPlace => [pattern]);
};

/** Blocks an address or a domain and answers its id; `null` when it is blocked already. */
export const insertBlocked = async (
  tx: Tx,
  block: { pattern: string; kind: BlockKind; reason: string; addedBy: string | null; createdAt: Date },
): Promise<string | null> => {
  const [row] = await tx
    .insert(blockedSenders)
    .values(block)
    .onConflictDoNothing()
    .returning({ id: blockedSenders.id });
  return row?.id ?? null;
};

/** Unblocks and answers what was blocked. Throws `not-found`. */
export const deleteBlocked = async (tx: Tx, id: string): Promise<{ pattern: string; reason: string }> => {
  const [row] = await tx
    .delete(blockedSenders)
    .where(eq(blockedSenders.id, id))
    .returning({ pattern: blockedSenders.pattern, reason: blockedSenders.reason });
  if (!row) throw notFound('block');
  return row;
};
