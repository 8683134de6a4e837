import { expect, it } from 'vitest';
import { insertBlocked } from '@/db/blocking/queries';
import { actorOf, makeUser } from '@/db/people/factory';
import { rolledBack } from '@/db/testing/rolled-back';
import { callBy } from '../testing/call';
import { list } from './list';
import { remove } from './remove';

it(
  'turns the pages of what is blocked by its letters, whatever is unblocked meanwhile',
  rolledBack(async (tx) => {
    const maud = actorOf(await makeUser(tx, { role: 'admin' }));
    const patterns = Array.from({ length: 53 }, (_, at) => `spam${String(at).padStart(2, '0')}.pages.test`);
    for (const pattern of patterns) {
      await insertBlocked(tx, { pattern, kind: 'domain', reason: 'x', addedBy: maud.id, createdAt: new Date() });
    }
    const read = async (part: { after?: string; before?: string }) =>
      list(callBy(maud), { text: 'PAGES.test', ...part });
    const first = await read({});
    expect(first.blocked.map(({ pattern }) => pattern)).toEqual(patterns.slice(0, 50));
    expect([first.previous, first.next]).toEqual([null, JSON.stringify(patterns[49])]);
    await remove(callBy(maud), { id: first.blocked[49]?.id ?? '' });
    const second = await read({ after: first.next ?? '' });
    expect(second.blocked.map(({ pattern }) => pattern)).toEqual(patterns.slice(50));
    expect(second.next).toBeNull();
    const back = await read({ before: second.previous ?? '' });
    expect(back.blocked.map(({ pattern }) => pattern)).toEqual(patterns.slice(0, 49));
    expect(back.previous).toBeNull();
  }),
);
