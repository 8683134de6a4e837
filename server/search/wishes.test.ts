import { sql } from 'drizzle-orm';
import { expect, it, vi } from 'vitest';
import type { Tx } from '@/db/client';
import { makeUser } from '@/db/people/factory';
import { makeIndex } from '@/db/search/factory';
import { wishIndexed } from '@/db/search/wishes';
import { rolledBack } from '@/db/testing/rolled-back';
import { makeTicket } from '@/db/tickets/factory';
import { fulfilWishes } from './keep';

// Long before what tests beside this one may wish for.
const NOW = new Date('2001-02-03T10:00:00.250Z');
const LATER = new Date('2001-02-03T10:00:09.000Z');

const keysIn = async (tx: Tx, title: string): Promise<string[]> => {
  const rows = await tx.execute<{ key: string }>(
    sql`select key from search_documents where title = ${title} order by key::int`,
  );
  return rows.map(({ key }) => key);
};

const jobsNamed = async (tx: Tx, task: string): Promise<string[]> => {
  const rows = await tx.execute<{ key: string }>(
    sql`select key from graphile_worker.jobs where task_identifier = ${task} and created_at = now() order by key`,
  );
  return rows.map(({ key }) => key);
};

it(
  'fulfils together what was wished for and is due, and calls the worker once for all of a second',
  rolledBack(async (tx) => {
    await makeIndex(tx, []);
    const title = 'Quetzal en fuite';
    const { id: requesterId } = await makeUser(tx);
    const open = async (): Promise<string> => String((await makeTicket(tx, { requesterId, subject: title })).number);
    const [one, two, held] = [await open(), await open(), await open()];
    for (const key of [one, two, one]) await wishIndexed(tx, { kind: 'request', key }, NOW);
    await wishIndexed(tx, { kind: 'request', key: held }, LATER);
    expect(await jobsNamed(tx, 'search-rows')).toEqual(['search-rows:981194401', 'search-rows:981194410']);
    await fulfilWishes(NOW);
    expect(await keysIn(tx, title)).toEqual([one, two].sort((a, b) => Number(a) - Number(b)));
    await fulfilWishes(LATER);
    expect(await keysIn(tx, title)).toHaveLength(3);
  }),
);

it(
  'makes jobs of wishes that fail together, so that one does not hold up the others',
  rolledBack(async (tx) => {
    const warned = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    await makeIndex(tx, []);
    const ticket = await makeTicket(tx, { requesterId: (await makeUser(tx)).id, subject: 'Quetzal retrouvé' });
    await wishIndexed(tx, { kind: 'request', key: String(ticket.number) }, NOW);
    await wishIndexed(tx, { kind: 'request', key: 'no number' }, NOW);
    await fulfilWishes(NOW);
    expect(await jobsNamed(tx, 'search.row')).toEqual([
      `search.row:request:${ticket.number}`,
      'search.row:request:no number',
    ]);
    warned.mockRestore();
  }),
);
