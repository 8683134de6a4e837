import { and, count, eq, inArray } from 'drizzle-orm';
import type { Reader, Tx } from '../client';
import { attachments } from './schema';

/**
 * Which of these stored files no row needs any more: split requests share one stored file between two rows, so whoever
 * deletes rows asks here before a file goes. To be asked once the rows are gone.
 */
export const unneededFiles = async (db: Reader, storageKeys: readonly string[]): Promise<string[]> => {
  const asked = [...new Set(storageKeys)];
  if (asked.length === 0) return [];
  const rows = await db
    .select({ key: attachments.storageKey })
    .from(attachments)
    .where(inArray(attachments.storageKey, asked));
  const needed = new Set(rows.map(({ key }) => key));
  return asked.filter((key) => !needed.has(key));
};

/** How many files a message has. */
export const countFilesOf = async (db: Reader, messageId: string): Promise<number> => {
  const [row] = await db.select({ total: count() }).from(attachments).where(eq(attachments.messageId, messageId));
  return row?.total ?? 0;
};

/**
 * Takes files out of a message: nobody sees them any more, and they are forgotten as files are whose message never came,
 * a day from `now` on.
 */
export const releaseFiles = async (tx: Tx, messageId: string, ids: readonly string[], now: Date): Promise<void> => {
  if (ids.length === 0) return;
  await tx
    .update(attachments)
    .set({ messageId: null, createdAt: now })
    .where(and(eq(attachments.messageId, messageId), inArray(attachments.id, [...ids])));
};
