import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { versionReaders } from '@/db/articles/reads-schema';
import { addVersionReaders, forgetVersionReaders } from '@/db/articles/version-readers';
import type { Tx } from '@/db/client';
import { actorOf, makeOrganisation, makeUser } from '@/db/people/factory';
import { rolledBack } from '@/db/testing/rolled-back';
import type { Actor } from '@/domain/access/actor';
import { readingWeek, VERSION_READERS_FLOOR } from '@/domain/articles/reads';
import { SHIPPED_ZONE } from '@/domain/time/zone';
import { callBy } from '../testing/call';
import { publishArticles } from '../testing/fixtures/content';
import { popular } from './popular';
import { read } from './read';
import { writeReadings } from './read-counts';

const NOW = new Date('2026-11-22T10:00:00Z');

const member = async (tx: Tx, version: string | null): Promise<Actor> => {
  const user = await makeUser(tx);
  const organisationId = await makeOrganisation(tx, 'Association', [{ userId: user.id, manager: false }], version);
  return actorOf(user, [{ organisationId, manager: false }]);
};

const opened = (tx: Tx, version: string, articleKey: string, readers: number, weeksAgo = 0) =>
  addVersionReaders(
    tx,
    Array.from({ length: readers }, () => ({
      productVersion: version,
      locale: 'fr' as const,
      articleKey,
      reader: randomUUID(),
    })),
    readingWeek(NOW, SHIPPED_ZONE, weeksAgo),
  );

const shownTo = (actor: Actor) => popular(callBy(actor, NOW), { locale: 'fr' });

beforeAll(() =>
  publishArticles([
    { key: 'import' },
    { key: 'export' },
    { key: 'payouts', audience: 'customers' },
    { key: 'internal', audience: 'agents' },
  ]),
);

describe('what is read with a version of the product', () => {
  it(
    'is what most different readers of the same version opened, of what one may see',
    rolledBack(async (tx) => {
      const version = randomUUID();
      await opened(tx, version, 'import', 5);
      await opened(tx, version, 'payouts', 7);
      await opened(tx, version, 'internal', 9);
      await opened(tx, version, 'gone', 9);
      await opened(tx, randomUUID(), 'export', 9);
      expect(await shownTo(await member(tx, version))).toEqual({ version, keys: ['payouts', 'import'] });
    }),
  );

  it(
    'is not told while too few have read it, nor after its weeks',
    rolledBack(async (tx) => {
      const version = randomUUID();
      await opened(tx, version, 'import', VERSION_READERS_FLOOR - 1);
      await opened(tx, version, 'export', 9, 4);
      const reader = await member(tx, version);
      expect(await shownTo(reader)).toBeNull();
      await opened(tx, version, 'import', 1);
      expect(await shownTo(reader)).toEqual({ version, keys: ['import'] });
      await forgetVersionReaders(tx, readingWeek(NOW, SHIPPED_ZONE, -1));
      expect(await shownTo(reader)).toBeNull();
    }),
  );

  it(
    'needs an organisation that names its version',
    rolledBack(async (tx) => {
      expect(await shownTo(await member(tx, null))).toBeNull();
      expect(await shownTo(actorOf(await makeUser(tx)))).toBeNull();
      await expect(shownTo({ kind: 'visitor' })).rejects.toMatchObject({ code: 'forbidden' });
    }),
  );

  it(
    'counts a reader of an article once, and keeps nothing that names them',
    rolledBack(async (tx) => {
      const version = randomUUID();
      const reader = await member(tx, version);
      for (const articleKey of ['import', 'import', 'export', 'internal', 'none'])
        await read(callBy(reader, NOW), { articleKey, locale: 'fr' });
      await read(callBy({ kind: 'visitor' }, NOW), { articleKey: 'import', locale: 'fr' });
      await writeReadings(NOW);
      const rows = (await tx.select().from(versionReaders)).filter((row) => row.productVersion === version);
      expect(rows.map(({ articleKey }) => articleKey).sort()).toEqual(['export', 'import']);
      expect(new Set(rows.map((row) => row.reader)).size).toBe(2);
      if (reader.kind === 'user') expect(JSON.stringify(rows)).not.toContain(reader.id);
    }),
  );
});
