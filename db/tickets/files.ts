import { inArray } from 'drizzle-orm';
import type { Reader } from '../client';
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
