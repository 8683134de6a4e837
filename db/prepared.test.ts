import { randomUUID } from 'node:crypto';
import { type SQL, sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import type { Tx } from './client';
import { rolledBack } from './testing/rolled-back';

/** The statements that this connection keeps prepared, of those with a word in them. */
const keptWith = async (tx: Tx, word: string): Promise<number> => {
  const [row] = await tx.execute<{ count: number }>(
    sql.raw(`select count(*)::int as count from pg_prepared_statements where statement like '%${word}%'`),
  );
  return row?.count ?? 0;
};

const askTimes = async (tx: Tx, times: number, statement: (time: number) => SQL): Promise<unknown[]> => {
  const answers: unknown[] = [];
  for (let time = 0; time < times; time += 1) {
    const [row] = await tx.execute<{ answer: unknown }>(statement(time));
    answers.push(row?.answer);
  }
  return answers;
};

it(
  'keeps what is asked again and again prepared, in transactions and in parts of them',
  rolledBack(async (tx) => {
    const word = `again_${randomUUID().slice(0, 8)}`;
    const ask = (time: number): SQL => sql`select ${time}::int + 1 as answer, '${sql.raw(word)}' as word`;
    expect(await askTimes(tx, 2, ask)).toEqual([1, 2]);
    expect(await keptWith(tx, word)).toBe(0);
    expect(await tx.transaction((inner) => askTimes(inner, 3, ask))).toEqual([1, 2, 3]);
    expect(await keptWith(tx, word)).toBe(1);
  }),
);

it(
  'does not keep texts that grow with their values',
  rolledBack(async (tx) => {
    const word = `long_${randomUUID().slice(0, 8)}`;
    const values = sql.join(
      Array.from({ length: 101 }, (_, index) => sql`${index}::int`),
      sql`, `,
    );
    await askTimes(tx, 4, () => sql`select greatest(${values}) as answer, '${sql.raw(word)}' as word`);
    expect(await keptWith(tx, word)).toBe(0);
  }),
);
