import { addReads } from '@/db/articles/reads';
import type { Tx } from '@/db/client';
import { MOST_READ_WEEKS, readingWeek } from '@/domain/articles/reads';
import { LOCALES } from '@/domain/people/locale';

/** Readings a week of the articles that people of the demo open most; half as many of the translation. */
const WEEKLY: Readonly<Record<string, number>> = {
  'members-import-file': 214,
  'members-import-errors': 168,
  'members-dues': 131,
  'accounting-closing': 97,
  'start-invite-team': 88,
  'events-tickets': 73,
  'accounting-receipts': 61,
  'website-domain': 42,
  'events-checkin': 35,
};

/** Some weeks of readings, falling a little towards the past. */
export const seedReads = async (tx: Tx, now: Date): Promise<void> => {
  for (let back = 0; back < 2 * MOST_READ_WEEKS; back += 1) {
    const counts = Object.entries(WEEKLY).flatMap(([articleKey, reads]) =>
      LOCALES.map((locale) => ({
        articleKey,
        locale,
        reads: Math.round((reads * (20 - back)) / (locale === 'fr' ? 20 : 40)),
      })),
    );
    await addReads(tx, counts, readingWeek(now, back));
  }
};
