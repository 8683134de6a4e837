import { database } from '@/db/client';
import { forgetOldRows } from '@/db/kernel/clean';
import { fileStore } from '../files/store';

/** Forgets what nobody needs any more: counters, used links, files whose message never came, old kept mails. */
export const forgetWhatIsOver = async (now: Date): Promise<void> => {
  const { storageKeys } = await forgetOldRows(database(), now);
  const store = fileStore();
  for (const key of storageKeys) await store.remove(key);
};
