import { eq } from 'drizzle-orm';
import type { Reader, Tx } from '../client';
import { settings } from './schema';

/** The stored value of a setting that people change in the browser; `undefined` while nobody has. */
export const settingValue = async (db: Reader, key: string): Promise<unknown> => {
  const [row] = await db.select({ value: settings.value }).from(settings).where(eq(settings.key, key));
  return row?.value;
};

/** Writes a setting. */
export const writeSetting = async (tx: Tx, key: string, value: unknown, now: Date): Promise<void> => {
  await tx
    .insert(settings)
    .values({ key, value, updatedAt: now })
    .onConflictDoUpdate({ target: settings.key, set: { value, updatedAt: now } });
};
