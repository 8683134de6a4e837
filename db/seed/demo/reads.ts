import { randomUUID } from 'node:crypto';
import { addReads } from '@/db/articles/reads';
import { addVersionReaders } from '@/db/articles/version-readers';
import type { Tx } from '@/db/client';
import { MOST_READ_WEEKS, readingWeek } from '@/domain/articles/reads';
import { LOCALES } from '@/domain/people/locale';
import { SHIPPED_ZONE } from '@/domain/time/zone';

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
    await addReads(tx, counts, readingWeek(now, SHIPPED_ZONE, back));
  }
};

/** How many people of other associations with the newest version opened what, lately. */
const WITH_NEWEST: Readonly<Record<string, number>> = {
  'events-checkin': 19,
  'members-import-errors': 14,
  'accounting-payouts': 11,
  'start-invite-team': 7,
  'website-domain': 3,
};

/** Readers who use one version of the product; the demo's two associations alone would be too few to tell of. */
export const seedVersionReaders = async (tx: Tx, now: Date): Promise<void> => {
  const readers = Object.entries(WITH_NEWEST).flatMap(([articleKey, count]) =>
    LOCALES.flatMap((locale) =>
      Array.from({ length: count }, () => ({ articleKey, locale, productVersion: '2026.47', reader: randomUUID() })),
    ),
  );
  await addVersionReaders(tx, readers, readingWeek(now, SHIPPED_ZONE));
};
