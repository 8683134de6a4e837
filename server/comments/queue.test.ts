import { expect, it } from 'vitest';
import { makeComment } from '@/db/comments/factory';
import { comments } from '@/db/comments/schema';
import { actorOf, makeUser } from '@/db/people/factory';
import { rolledBack } from '@/db/testing/rolled-back';
import { callBy } from '../testing/call';
import { approve } from './approve';
import { queue } from './queue';

const NOON = Date.parse('2026-11-22T12:00:00Z');
const COUNT = 33;

it(
  'is turned page by page: what waits oldest first, what is decided newest first, whatever is decided meanwhile',
  rolledBack(async (tx) => {
    await tx.delete(comments);
    const ines = actorOf(await makeUser(tx, { role: 'editor' }));
    const camille = await makeUser(tx);
    const ids: string[] = [];
    for (let at = 0; at < COUNT; at += 1) {
      // Some are of one instant.
      const createdAt = new Date(NOON + Math.floor(at / 4) * 60_000);
      const { id } = await makeComment(tx, { authorId: camille.id, createdAt });
      ids.push(id);
    }
    const read = async (part: { after?: string | null; before?: string | null; pile?: 'approved' }) => {
      const page = await queue(callBy(ines, new Date(NOON + 86_400_000)), part);
      return { ...page, ids: page.comments.map(({ id }) => id), at: page.comments.map(({ createdAt }) => +createdAt) };
    };
    const first = await read({});
    expect([first.ids.length, first.previous]).toEqual([30, null]);
    expect(first.at).toEqual([...first.at].sort());
    await approve(callBy(ines, new Date(NOON + 7_200_000)), { ids: first.ids.slice(0, 5) });
    const second = await read({ after: first.next });
    expect([second.ids.length, second.next]).toEqual([3, null]);
    expect(new Set([...first.ids, ...second.ids])).toEqual(new Set(ids));
    const back = await read({ before: second.previous });
    expect([back.ids, back.previous]).toEqual([first.ids.slice(5), null]);
    await approve(callBy(ines, new Date(NOON + 10_800_000)), { ids: [...back.ids, ...second.ids] });
    const decided = await read({ pile: 'approved' });
    const last = await read({ pile: 'approved', after: decided.next });
    expect(new Set([...decided.ids, ...last.ids])).toEqual(new Set(ids));
    // Those that were decided first come last.
    expect(new Set([...decided.ids, ...last.ids].slice(-5))).toEqual(new Set(first.ids.slice(0, 5)));
    expect((await read({ pile: 'approved', before: last.previous })).ids).toEqual(decided.ids);
  }),
);
