import { beforeAll, expect, it } from 'vitest';
import { articleVotes } from '@/db/articles/schema';
import { actorOf, makeUser } from '@/db/people/factory';
import { rolledBack } from '@/db/testing/rolled-back';
import { callBy } from '../testing/call';
import { publishArticles } from '../testing/fixtures/content';
import { feedbackOf } from './feedback-of';
import { handleFeedback } from './handle-feedback';

const ABOUT = { locale: 'fr', articleKey: 'import' } as const;
const NOW = new Date('2026-11-22T12:00:00Z');
const COUNT = 53;

beforeAll(() => publishArticles([{ key: 'import', title: 'Importer vos adhérents' }]));

it(
  'turns reasons page by page, open ones and then newest first, whatever is dealt with meanwhile',
  rolledBack(async (tx) => {
    await tx.delete(articleVotes);
    const ines = actorOf(await makeUser(tx, { role: 'editor' }));
    const votes = Array.from({ length: COUNT }, (_, at) => ({
      ...ABOUT,
      readerHash: `reader-${at}`,
      verdict: 'no' as const,
      words: `raison ${at}`,
      // Some are of one instant.
      votedAt: new Date(NOW.getTime() - Math.floor(at / 4) * 60_000),
      handledAt: at < 10 ? NOW : null,
    }));
    await tx.insert(articleVotes).values(votes);
    await tx.insert(articleVotes).values({ ...ABOUT, readerHash: 'silent', verdict: 'no', votedAt: NOW });
    const read = async (part: { after?: string | null; before?: string | null; limit?: number }) => {
      const { reasons, previous, next } = await feedbackOf(callBy(ines, NOW), { ...ABOUT, ...part });
      return { ids: reasons.map(({ id }) => id), reasons, previous, next };
    };
    const first = await read({});
    expect([first.ids.length, first.previous]).toEqual([50, null]);
    expect(first.reasons.map(({ handledAt }) => handledAt === null)).toEqual([
      ...Array.from({ length: 43 }, () => true),
      ...Array.from({ length: 7 }, () => false),
    ]);
    const second = await read({ after: first.next });
    expect([second.ids.length, second.next]).toEqual([3, null]);
    expect(new Set([...first.ids, ...second.ids]).size).toBe(COUNT);
    expect((await read({ before: second.previous })).ids).toEqual(first.ids);
    expect((await read({ limit: 500 })).ids).toEqual([...first.ids, ...second.ids]);
    await handleFeedback(callBy(ines, NOW), { id: first.ids[0] ?? '', handled: true });
    expect((await read({ after: first.next })).ids).toEqual(expect.arrayContaining(second.ids));
    expect((await read({ after: 'nonsense' })).ids).toEqual((await read({})).ids);
  }),
);
