import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Tx } from '@/db/client';
import { actorOf, makeUser } from '@/db/people/factory';
import { rolledBack } from '@/db/testing/rolled-back';
import { auditOf, mailsTo, withoutStaff } from '@/db/testing/traces';
import type { Actor } from '@/domain/access/actor';
import { systemCall } from '../kernel/call';
import { callBy } from '../testing/call';
import { publishArticles } from '../testing/fixtures/content';
import { list } from './list';
import { remind } from './remind';
import { review } from './review';

const VISITOR: Actor = { kind: 'visitor' };
const NOW = new Date('2026-11-23T06:00:00Z');
const later = (days: number): Date => new Date(NOW.getTime() + days * 86_400_000);
const OLD = { publishedOn: '2025-01-01', changedOn: '2025-01-02' };
const PATH = 'fr/articles/adherents/importer.mdx';
const SOURCE = '---\r\nkey: import   # same in both\r\nreviewedOn: "2025-03-01"\r\n---\r\n\r\nTexte *tel quel*.\r\n';

let folder = '';
beforeEach(() => {
  publishArticles([
    { key: 'import', title: 'Importer', path: PATH, author: 'Inès Garnier', ...OLD, reviewedOn: '2025-03-01' },
    {
      key: 'export',
      path: 'fr/articles/adherents/exporter.mdx',
      title: 'Exporter',
      author: 'Quelqu’un',
      ...OLD,
      reviewedOn: '2025-06-01',
    },
    {
      key: 'payouts',
      title: 'Versements',
      author: 'ines garnier',
      audience: 'agents',
      ...OLD,
      reviewedOn: '2025-11-23',
    },
    {
      key: 'often',
      title: 'Souvent',
      author: 'X',
      authorEmail: 'maud@example.test',
      reviewEvery: 1,
      ...OLD,
      reviewedOn: '2026-10-20',
    },
    { key: 'fresh', title: 'Frais', reviewedOn: '2026-11-01' },
  ]);
  folder = mkdtempSync(join(tmpdir(), 'guichet-sources-'));
  mkdirSync(join(folder, 'fr/articles/adherents'), { recursive: true });
  writeFileSync(join(folder, PATH), SOURCE);
  process.env.CONTENT_DIR = folder;
});

const editor = async (tx: Tx, name: string, given: Parameters<typeof makeUser>[1] = {}) =>
  makeUser(tx, { role: 'editor', name, ...given });

const digestOf = async (tx: Tx, email: string): Promise<string[]> => {
  const [mail] = await mailsTo(tx, email);
  return ((mail?.data.articles ?? []) as { title: string }[]).map(({ title }) => title);
};

describe('reminders', () => {
  it(
    'go to the author by name or address, and to all editors for others, in one mail each and their language',
    rolledBack(async (tx) => {
      await withoutStaff(tx);
      const ines = await editor(tx, 'Inès Garnier', { locale: 'en' });
      const maud = await editor(tx, 'Maud Kessler', { email: 'maud@example.test' });
      const admin = await makeUser(tx, { role: 'admin' });
      expect(await remind(systemCall('worker', NOW), {})).toEqual({ reminded: 4, mails: 2 });
      expect(await digestOf(tx, ines.email)).toEqual(['Importer', 'Exporter', 'Versements']);
      expect(await digestOf(tx, maud.email)).toEqual(['Exporter', 'Souvent']);
      expect((await mailsTo(tx, ines.email))[0]).toMatchObject({ template: 'articles.review', locale: 'en' });
      expect(await mailsTo(tx, admin.email)).toEqual([]);
    }),
  );

  it(
    'come once for each article and period, however often and late it is tried',
    rolledBack(async (tx) => {
      await withoutStaff(tx);
      const ines = await editor(tx, 'Inès Garnier');
      await remind(systemCall('worker', NOW), {});
      expect(await remind(systemCall('worker', NOW), {})).toEqual({ reminded: 0, mails: 0 });
      // The worker was off for weeks: one article has come to its next period, the others are told already.
      expect(await remind(systemCall('worker', later(28)), {})).toEqual({ reminded: 1, mails: 1 });
      expect(await digestOf(tx, ines.email)).toEqual(['Souvent']);
      expect(await mailsTo(tx, ines.email)).toHaveLength(2);
    }),
  );

  it(
    'name the first few of very many, and say how many more there are',
    rolledBack(async (tx) => {
      await withoutStaff(tx);
      publishArticles(
        Array.from({ length: 40 }, (_, at) => ({
          key: `page-${at}`,
          title: `Page ${at}`,
          ...OLD,
          reviewedOn: '2025-03-01',
        })),
      );
      const ines = await editor(tx, 'Inès Garnier');
      expect(await remind(systemCall('worker', NOW), {})).toEqual({ reminded: 40, mails: 1 });
      expect(await digestOf(tx, ines.email)).toHaveLength(25);
      expect((await mailsTo(tx, ines.email))[0]?.data).toMatchObject({ others: 15 });
    }),
  );

  it(
    'wait until there is somebody to write to',
    rolledBack(async (tx) => {
      await withoutStaff(tx);
      expect(await remind(systemCall('worker', NOW), {})).toEqual({ reminded: 0, mails: 0 });
      const admin = await makeUser(tx, { role: 'admin' });
      expect(await remind(systemCall('worker', NOW), {})).toEqual({ reminded: 4, mails: 1 });
      expect(await digestOf(tx, admin.email)).toHaveLength(4);
    }),
  );

  it('are Guichet’s own to send', async () => {
    await expect(remind(callBy(VISITOR), {})).rejects.toMatchObject({ code: 'forbidden' });
  });
});

describe('the list for editors', () => {
  it(
    'shows what is due first, of every audience, with what is missing, and is narrowed',
    rolledBack(async (tx) => {
      const ines = callBy(actorOf(await editor(tx, 'Inès Garnier')), NOW);
      const all = await list(ines, {});
      expect(all.articles.map(({ key, state }) => [key, state])).toEqual([
        ['import', 'due'],
        ['export', 'due'],
        ['often', 'due'],
        ['payouts', 'due'],
        ['fresh', 'fresh'],
      ]);
      expect(all).toMatchObject({ due: 4, found: 5, pages: 1 });
      expect(all.articles[0]).toMatchObject({ dueOn: '2026-03-01', missing: ['en'], collection: 'Adhérents' });
      const keys = async (input: Parameters<typeof list>[1]) =>
        (await list(ines, input)).articles.map(({ key }) => key);
      expect(await keys({ text: 'INES vers' })).toEqual(['payouts']);
      expect(await keys({ audience: 'agents' })).toEqual(['payouts']);
      expect(await keys({ shown: 'fresh' })).toEqual(['fresh']);
      expect(await keys({ locale: 'en' })).toEqual([]);
      expect(await keys({ page: 99 })).toHaveLength(5);
    }),
  );

  it.each(['customer', 'agent'] as const)('is not for a %s, nor is reviewing', (role) =>
    rolledBack(async (tx) => {
      const call = callBy(actorOf(await makeUser(tx, { role })), NOW);
      await expect(list(call, {})).rejects.toMatchObject({ code: 'forbidden' });
      await expect(review(call, { locale: 'fr', key: 'import' })).rejects.toMatchObject({ code: 'forbidden' });
      expect(readFileSync(join(folder, PATH), 'utf8')).toBe(SOURCE);
    })(),
  );
});

describe('reviewing', () => {
  it(
    'writes the day where the editor is into the file, leaves every other byte, and is audited',
    rolledBack(async (tx) => {
      const actor = actorOf(await editor(tx, 'Inès Garnier', { timeZone: 'Asia/Tokyo' }));
      const call = callBy(actor, new Date('2026-11-22T20:00:00Z'));
      expect(await review(call, { locale: 'fr', key: 'import' })).toMatchObject({
        from: '2025-03-01',
        to: '2026-11-23',
      });
      expect(readFileSync(join(folder, PATH), 'utf8')).toBe(SOURCE.replace('2025-03-01', '2026-11-23'));
      expect(readdirSync(join(folder, 'fr/articles/adherents'))).toEqual(['importer.mdx']);
      expect(await auditOf(tx, call.requestId)).toMatchObject([
        { action: 'articles.review', targetId: 'import', data: { from: '2025-03-01', to: '2026-11-23' } },
      ]);
      await review(call, { locale: 'fr', key: 'import', on: '2025-03-01' });
      expect(readFileSync(join(folder, PATH), 'utf8')).toBe(SOURCE);
    }),
  );

  it(
    'refuses what is not there, a day to come or before the last change, and a file it cannot mend',
    rolledBack(async (tx) => {
      const call = callBy(actorOf(await editor(tx, 'Inès Garnier')), NOW);
      const refused = async (input: Parameters<typeof review>[1], code: string) =>
        expect(review(call, input)).rejects.toMatchObject({ code });
      await refused({ locale: 'fr', key: 'none' }, 'not-found');
      await refused({ locale: 'en', key: 'import' }, 'not-found');
      await refused({ locale: 'fr', key: 'import', on: '2027-01-01' }, 'invalid');
      await refused({ locale: 'fr', key: 'import', on: '2024-01-01' }, 'invalid');
      await refused({ locale: 'fr', key: 'export' }, 'conflict');
      expect(readFileSync(join(folder, PATH), 'utf8')).toBe(SOURCE);
    }),
  );
});
