import { describe, expect, it } from 'vitest';
import type { Tx } from '@/db/client';
import { makeCustomer } from '@/db/organisations/factory';
import { actorOf, makeUser } from '@/db/people/factory';
import { rolledBack } from '@/db/testing/rolled-back';
import { callBy } from '../testing/call';
import { list } from './list';
import { show } from './show';

const COUNT = 53;
const numbered = (at: number): string => String(at).padStart(2, '0');

/** Turns a list of 53 to its end and back, and tells what each page held. */
const turnAll = async <Row>(
  read: (part: { after?: string; before?: string }) => Promise<{
    rows: Row[];
    previous: string | null;
    next: string | null;
  }>,
) => {
  const first = await read({});
  const second = await read({ after: first.next ?? '' });
  const back = await read({ before: second.previous ?? '' });
  expect([first.rows.length, second.rows.length]).toEqual([50, COUNT - 50]);
  expect([first.previous, second.next, back.previous]).toEqual([null, null, null]);
  expect(back.rows).toEqual(first.rows);
  return [...first.rows, ...second.rows];
};

describe('organisations, page by page', () => {
  it(
    'come by name without regard to capitals, each once, and stay where they are when others are made before them',
    rolledBack(async (tx) => {
      const maud = actorOf(await makeUser(tx, { name: 'Maud Kessler', role: 'admin' }));
      for (let at = 0; at < COUNT; at += 1) {
        await makeCustomer(tx, { name: `${at % 2 ? 'ZÉBULON' : 'Zébulon'} ${numbered(at)}` });
      }
      const read = async (part: { after?: string; before?: string }) => {
        const { organisations, previous, next } = await list(callBy(maud), { text: 'bulon ', ...part });
        return { rows: organisations.map(({ name }) => name.slice(-2)), previous, next };
      };
      expect(await turnAll(read)).toEqual(Array.from({ length: COUNT }, (_, at) => numbered(at)));
      const { next } = await read({});
      await makeCustomer(tx, { name: 'Zébulon 00 bis' });
      expect((await read({ after: next ?? '' })).rows).toEqual(['50', '51', '52']);
    }),
  );
});

describe('members, page by page', () => {
  const cast = async (tx: Tx) => {
    const people = [];
    for (let at = 0; at < COUNT; at += 1) people.push(await makeUser(tx, { name: `Alex ${numbered(at)}` }));
    const members = people.map(({ id }, at) => ({ userId: id, manager: at === 7 || at === 52 }));
    const garden = await makeCustomer(tx, { name: 'Les Amis du Jardin', members });
    const [one] = people;
    if (!one) throw new Error('nobody is there');
    return { id: garden.id, reader: actorOf(one, garden.membershipOf(one.id)) };
  };

  it(
    'come managers first, and are found by a piece of their name',
    rolledBack(async (tx) => {
      const { id, reader } = await cast(tx);
      const names = await turnAll(async (part) => {
        const { members, previous, next } = await show(callBy(reader), { id, ...part });
        return { rows: members.map(({ name }) => name), previous, next };
      });
      expect(names.slice(0, 4)).toEqual(['Alex 07', 'Alex 52', 'Alex 00', 'Alex 01']);
      expect(new Set(names).size).toBe(COUNT);
      const found = await show(callBy(reader), { id, text: 'ALEX 1' });
      expect(found.members).toHaveLength(10);
      expect(found).toMatchObject({ memberCount: COUNT, previous: null, next: null });
    }),
  );
});
