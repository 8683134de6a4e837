import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { closeDatabase, database, listen, type Reader } from './client';
import { migrateDatabase } from './migrate';
import { makeUser } from './people/factory';
import { forget, remembered, rememberedThroughout } from './remembered';
import { listLevels } from './sla/queries';
import { rolledBack } from './testing/rolled-back';

const shared = process.env.DATABASE_URL ?? '';
const name = `test_${randomUUID().replaceAll('-', '')}`;

/** Answers how often it was asked. */
const counting = () => {
  let asked = 0;
  return async (): Promise<number> => {
    asked += 1;
    return asked;
  };
};

/** Asks until two answers are the same: nothing is remembered before changes are heard of. */
const settled = (ask: () => Promise<number>): Promise<number> =>
  vi.waitFor(async () => {
    const first = await ask();
    expect(await ask()).toBe(first);
    return first;
  });

const changes = (statement: string): Promise<unknown> => database().transaction((tx) => tx.execute(sql.raw(statement)));

// The other tests change the house, too: this one has a database to itself.
beforeAll(async () => {
  await database().execute(sql.raw(`create database ${name}`));
  await closeDatabase();
  const address = new URL(shared);
  address.pathname = `/${name}`;
  process.env.DATABASE_URL = address.href;
  await migrateDatabase(address.href);
});

afterAll(async () => {
  await closeDatabase();
  process.env.DATABASE_URL = shared;
  await database().execute(sql.raw(`drop database ${name} with (force)`));
  await closeDatabase();
});

describe('what is remembered', () => {
  it.each([
    `insert into settings (key, value) values ('${randomUUID()}', '1')`,
    `update criticality_levels set from_severity = from_severity`,
    `insert into users (email, name, role) values ('${randomUUID()}@guichet.example', 'Théo', 'agent')`,
    `update users set name = 'Théo Lambert' where role = 'agent'`,
    `delete from users where role = 'agent'`,
  ])('is read anew after %s, wherever that was done', async (statement) => {
    const read = counting();
    const ask = () => remembered('house', statement, database(), read);
    const before = await settled(ask);
    await changes(statement);
    await vi.waitFor(async () => expect(await ask()).toBe(before + 1));
    expect(await ask()).toBe(before + 1);
  });

  it('is not forgotten for a turn of round robin, nor for an account of a customer', async () => {
    const told: string[] = [];
    const stop = await listen('guichet_house', (payload) => told.push(payload));
    await changes(`update teams set turns = turns + 1`);
    await changes(`update team_members set last_turn = last_turn + 1`);
    await database().transaction((tx) => makeUser(tx));
    await database().execute(sql`select pg_notify('guichet_house', 'after them')`);
    await vi.waitFor(() => expect(told).toEqual(['after them']));
    await stop();
  });

  it('is read anew by whoever has just changed it', async () => {
    const ask = () => remembered('desk', 'own', database(), read);
    const read = counting();
    const before = await settled(ask);
    forget('desk');
    expect(await ask()).toBe(before + 1);
  });

  it('is always read inside a transaction', async () => {
    const levels = await vi.waitFor(async () => {
      const first = await listLevels(database());
      expect(await listLevels(database())).toBe(first);
      return first;
    });
    await database()
      .transaction(async (tx) => {
        await tx.execute(sql`delete from policy_targets`);
        await tx.execute(sql`delete from criticality_levels`);
        expect(await listLevels(tx)).toEqual([]);
        expect(await listLevels(database())).toEqual(levels);
        throw new Error('taken back');
      })
      .catch((error: Error) => expect(error.message).toBe('taken back'));
  });

  it('is taken inside a transaction where that is asked for, and never learnt there', async () => {
    const read = counting();
    const ask = (db: Reader) => rememberedThroughout('house', 'throughout', db, read);
    const known = await settled(() => ask(database()));
    expect(await database().transaction(ask)).toBe(known);
    forget('house');
    expect(await database().transaction(ask)).toBe(known + 1);
    expect(await ask(database())).toBe(known + 2);
  });

  it('is nothing of another database', async () => {
    const read = counting();
    const ask = (db: Reader) => rememberedThroughout('house', 'elsewhere', db, read);
    const known = await settled(() => ask(database()));
    await rolledBack(async () => expect(await ask(database())).toBe(known + 1))();
  });

  it('is not a reading that failed', async () => {
    const read = vi.fn<() => Promise<number>>().mockResolvedValue(1);
    await settled(() => remembered('house', 'failing', database(), read));
    forget('house');
    read.mockRejectedValueOnce(new Error('away'));
    await expect(remembered('house', 'failing', database(), read)).rejects.toThrow('away');
    expect(await remembered('house', 'failing', database(), read)).toBe(1);
  });
});
