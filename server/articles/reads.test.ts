import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { addReads, forgetReads, readMost } from '@/db/articles/reads';
import { articleReads } from '@/db/articles/reads-schema';
import { rolledBack } from '@/db/testing/rolled-back';
import { countReading } from './read-counts';

const NOW = new Date('2026-11-22T10:00:00Z');
const origin = () => randomUUID();

describe('a reading', () => {
  it('is counted once in half an hour for one origin', () => {
    const reader = origin();
    const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);
    expect(countReading('fr', 'a', reader, NOW)).toBe(true);
    expect(countReading('fr', 'a', reader, later(29))).toBe(false);
    expect(countReading('fr', 'a', reader, later(31))).toBe(true);
  });

  it('of another article, language or reader is another', () => {
    const reader = origin();
    expect(countReading('fr', 'a', reader, NOW)).toBe(true);
    expect(countReading('fr', 'b', reader, NOW)).toBe(true);
    expect(countReading('en', 'a', reader, NOW)).toBe(true);
    expect(countReading('fr', 'a', origin(), NOW)).toBe(true);
  });
});

describe('what is read most', () => {
  it('adds up the weeks since one began, language by language, most first', async () => {
    await rolledBack(async (tx) => {
      await tx.delete(articleReads);
      const fr = (articleKey: string, reads: number) => ({ articleKey, locale: 'fr' as const, reads });
      await addReads(tx, [fr('old', 900)], '2026-10-19');
      await addReads(tx, [fr('a', 5), fr('b', 4), { ...fr('a', 50), locale: 'en' }], '2026-11-09');
      await addReads(tx, [fr('b', 2)], '2026-11-16');
      await addReads(tx, [fr('b', 1), fr('c', 1)], '2026-11-16');
      const keys = async (limit: number) =>
        (await readMost(tx, 'fr', '2026-10-26', limit)).map(({ articleKey, reads }) => [articleKey, reads]);
      expect(await keys(9)).toEqual([
        ['b', 7],
        ['a', 5],
        ['c', 1],
      ]);
      expect(await keys(1)).toEqual([['b', 7]]);
    });
  });

  it('forgets weeks past their time', async () => {
    await rolledBack(async (tx) => {
      await tx.delete(articleReads);
      for (const week of ['2025-11-10', '2025-11-17'])
        await addReads(tx, [{ articleKey: 'a', locale: 'fr', reads: 1 }], week);
      await forgetReads(tx, '2025-11-17');
      expect(await tx.select().from(articleReads)).toMatchObject([{ week: '2025-11-17' }]);
    });
  });
});
