import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { rolledBack } from '@/db/testing/rolled-back';
import { LOCALES } from '@/domain/people/locale';
import { buildContent } from '@/server/kernel/content/builder';
import { search } from '@/server/search/engine';
import { rebuildIndex } from '@/server/search/rebuild';
import { askIndex } from './ask';
import { outOfScope, questionsOf, scoreOf } from './score';

const before = process.env.GUICHET_DATA_DIR;
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'guichet-relevance-'));
  process.env.GUICHET_DATA_DIR = folder;
  await buildContent();
}, 300_000);
afterAll(async () => {
  process.env.GUICHET_DATA_DIR = before ?? '';
  await rm(folder, { recursive: true, force: true });
});

it('has enough questions, half of them never tuned to', () => {
  const count = (locale: 'fr' | 'en') => questionsOf(locale, 'tuning').length + questionsOf(locale, 'scoring').length;
  expect(count('fr')).toBeGreaterThanOrEqual(150);
  expect(count('en')).toBeGreaterThanOrEqual(60);
  expect(outOfScope('fr').length + outOfScope('en').length).toBeGreaterThanOrEqual(20);
});

it(
  'finds the answer to questions put in the words of customers, with and without accents and slips',
  { timeout: 300_000 },
  rolledBack(async (tx) => {
    await rebuildIndex();
    const ask = askIndex(tx);
    for (const locale of LOCALES) {
      const plain = await scoreOf(ask, locale, 'scoring', 'asWritten');
      expect({ locale, recall: plain.recall >= 0.8, rank: plain.rank >= 0.63 }).toEqual({
        locale,
        recall: true,
        rank: true,
      });
      const folded = await scoreOf(ask, locale, 'scoring', 'withoutAccents');
      const slipped = await scoreOf(ask, locale, 'scoring', 'oneTypo');
      expect(plain.recall - folded.recall).toBeLessThan(0.03);
      // One question of the English half is worth almost three points: the benchmark holds both halves to three.
      expect(plain.recall - slipped.recall).toBeLessThan(0.06);
      const noise = await Promise.all(outOfScope(locale).map((question) => ask(question, locale)));
      expect(noise.filter((found) => found.length > 0).length).toBeLessThanOrEqual(noise.length / 5);
      expect(noise.flat().length).toBeLessThan(noise.length / 2);
    }
    // “Give the money back” means the same: what holds “back” or “give” alone is none of it.
    const refunds = await ask('reimbursment', 'en');
    expect(refunds[0]).toBe('events-cancel');
    expect(refunds).not.toContain('faq-call-back');
    expect(refunds).not.toContain('faq-full-export');
  }),
);

it(
  'finds for readers of English what is written in French alone, at its place among the articles in English',
  { timeout: 300_000 },
  rolledBack(async (tx) => {
    await rebuildIndex();
    const wanted = { locale: 'en', offset: 0, limit: 10, typing: false } as const;
    for (const query of ['quorum', 'assemblée générale', 'preparer assemblee generale']) {
      const { hits } = await search(tx, { kind: 'visitor' }, { ...wanted, query });
      const found = hits.filter(({ key }) => key === 'events-general-meeting');
      expect(found, query).toMatchObject([{ locale: 'fr', trail: ['Events', expect.any(String)] }]);
      expect(found[0]?.href).toMatch(/^\/en\/help\/events\/preparer-une-assemblee-generale(?:#|$)/);
    }
    const { hits } = await search(tx, { kind: 'visitor' }, { ...wanted, locale: 'fr', query: 'quorum' });
    expect(hits.filter(({ key }) => key === 'events-general-meeting')).toHaveLength(1);
  }),
);
