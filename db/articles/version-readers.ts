import { and, asc, desc, eq, gte, inArray, isNotNull, isNull, lt, sql } from 'drizzle-orm';
import type { Locale } from '@/domain/people/locale';
import type { Reader, Tx } from '../client';
import { organisations } from '../people/schema';
import { versionReaders } from './reads-schema';

/** A reader of an article, among those of one version of the product. `reader` is a hash that names nobody. */
export type VersionReader = Omit<typeof versionReaders.$inferInsert, 'week'>;

/** The versions of the product that these organisations use, each once; those that name none are left out. */
export const productVersionsOf = async (db: Reader, organisationIds: readonly string[]): Promise<string[]> => {
  if (organisationIds.length === 0) return [];
  const rows = await db
    .selectDistinct({ version: organisations.productVersion })
    .from(organisations)
    .where(
      and(
        inArray(organisations.id, [...organisationIds]),
        isNotNull(organisations.productVersion),
        isNull(organisations.archivedAt),
      ),
    )
    .orderBy(desc(organisations.productVersion));
  return rows.flatMap(({ version }) => version?.trim() || []);
};

/** Keeps readers for a week, which its Monday names; the same one twice is one. */
export const addVersionReaders = async (
  tx: Tx | Reader,
  readers: readonly VersionReader[],
  week: string,
): Promise<void> => {
  if (readers.length === 0) return;
  await tx
    .insert(versionReaders)
    .values(readers.map((reader) => ({ ...reader, week })))
    .onConflictDoNothing();
};

/**
 * Keys of the articles that most different readers of a version opened since a week began, most first; only those that
 * at least `floor` of them did.
 */
export const readMostWith = async (
  db: Reader,
  about: { version: string; locale: Locale; since: string; floor: number },
  limit: number,
): Promise<string[]> => {
  const readers = sql<number>`count(distinct ${versionReaders.reader})`;
  const rows = await db
    .select({ articleKey: versionReaders.articleKey })
    .from(versionReaders)
    .where(
      and(
        eq(versionReaders.productVersion, about.version),
        eq(versionReaders.locale, about.locale),
        gte(versionReaders.week, about.since),
      ),
    )
    .groupBy(versionReaders.articleKey)
    .having(gte(readers, about.floor))
    .orderBy(desc(readers), asc(versionReaders.articleKey))
    .limit(limit);
  return rows.map(({ articleKey }) => articleKey);
};

/** Forgets the readers of weeks before one. */
export const forgetVersionReaders = async (db: Reader, before: string): Promise<void> => {
  await db.delete(versionReaders).where(lt(versionReaders.week, before));
};
