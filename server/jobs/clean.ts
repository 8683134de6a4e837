import { forgetReads } from '@/db/articles/reads';
import { forgetVersionReaders } from '@/db/articles/version-readers';
import { database } from '@/db/client';
import { forgetOldRows } from '@/db/kernel/clean';
import { forgetQueries } from '@/db/search/log';
import { forgetReadings, settleReadings } from '@/db/search/readings';
import { houseTimeZone } from '@/db/sla/house-zone';
import { MOST_READ_WEEKS, READS_KEPT_WEEKS, readingWeek } from '@/domain/articles/reads';
import { fileStore } from '../files/store';
import { env } from '../kernel/env';

const DAY_MS = 86_400_000;

/** Settles what came of the answers that were read, then forgets searches and readings past the time they are kept for. */
const tidySearches = async (now: Date): Promise<void> => {
  const oldest = new Date(now.getTime() - env().searchLogDays * DAY_MS);
  await settleReadings(database(), now);
  await forgetQueries(database(), oldest);
  await forgetReadings(database(), oldest);
};

/** Forgets what nobody needs any more: counters, used links, files whose message never came, old kept mails. */
export const forgetWhatIsOver = async (now: Date): Promise<void> => {
  const { storageKeys } = await forgetOldRows(database(), now);
  const store = fileStore();
  for (const key of storageKeys) await store.remove(key);
  await tidySearches(now);
  const timeZone = await houseTimeZone(database());
  await forgetReads(database(), readingWeek(now, timeZone, READS_KEPT_WEEKS));
  await forgetVersionReaders(database(), readingWeek(now, timeZone, MOST_READ_WEEKS - 1));
};
