import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectionOptions } from '../connection';
import { migrateDatabase } from '../migrate';
import { readBackup } from './read';
import { parentsFirst } from './tables';
import { writeBackup } from './write';

const folder = mkdtempSync(join(tmpdir(), 'guichet-backup-'));
const file = join(folder, 'backup.gz');
const admin = postgres({ ...connectionOptions(process.env.DATABASE_URL ?? ''), max: 1, onnotice: () => undefined });
const names = [`backup_from_${process.pid}`, `backup_to_${process.pid}`] as const;

const urlOf = (name: string): string => {
  const url = new URL(process.env.DATABASE_URL ?? '');
  url.pathname = `/${name}`;
  return url.href;
};
const [from, to] = [urlOf(names[0]), urlOf(names[1])];

const ask = async (url: string, query: string): Promise<unknown[]> => {
  const sql = postgres({ ...connectionOptions(url), max: 1, onnotice: () => undefined });
  return sql.unsafe(query).finally(() => sql.end());
};

const HARD = 'tab\t, backslash \\, line\nfeed, return\r, \\. alone, U+2028 \u2028, “été”';

beforeAll(async () => {
  for (const name of names) await admin.unsafe(`create database ${name}`);
  for (const url of [from, to]) await migrateDatabase(url);
  const sql = postgres({ ...connectionOptions(from), max: 1 });
  await sql`insert into settings (key, value) values ('hard', ${sql.json({ text: HARD })})`;
  await sql`insert into users (id, name, email, role) values (gen_random_uuid(), ${HARD}, 'a@example.com', 'customer')`;
  await sql.end();
});

afterAll(async () => {
  for (const name of names) await admin.unsafe(`drop database ${name} with (force)`);
  await admin.end();
  rmSync(folder, { recursive: true, force: true });
});

describe('a backup', () => {
  it('gives back every row as it was', async () => {
    const written = await writeBackup(from, file);
    const read = await readBackup(to, file);
    expect(read).toEqual(written);
    expect(await ask(to, "select value->>'text' as text from settings where key = 'hard'")).toEqual([{ text: HARD }]);
    expect(await ask(to, 'select name from users')).toEqual([{ name: HARD }]);
    const again = join(folder, 'again.gz');
    await writeBackup(to, again);
    const rowsOf = (path: string) => gunzipSync(readFileSync(path)).toString().split('\n').slice(1).join('\n');
    expect(rowsOf(again)).toBe(rowsOf(file));
  });

  it('is not read into a database in use', async () => {
    await expect(readBackup(to, file)).rejects.toThrow(/holds accounts already/);
  });

  it.each([
    ['something else', () => Buffer.from('no gzip at all')],
    ['another gzip file', () => gzipSync('hello\n')],
    ['a file cut short', () => readFileSync(file).subarray(0, -40)],
    [
      'a file without its end',
      () => gzipSync(gunzipSync(readFileSync(file)).toString().split('\n').slice(0, -2).join('\n')),
    ],
  ])('is refused whole when it is %s', async (_case, content) => {
    await ask(to, 'truncate users cascade');
    const before = await ask(to, 'select count(*)::int from settings');
    const damaged = join(folder, 'damaged.gz');
    writeFileSync(damaged, content());
    await expect(readBackup(to, damaged)).rejects.toThrow(/not a backup|ends too early|version/);
    expect(await ask(to, 'select count(*)::int from settings')).toEqual(before);
  });
});

it('orders tables by what they point to', () => {
  const links = [
    { child: 'messages', parent: 'tickets' },
    { child: 'tickets', parent: 'users' },
  ];
  expect(parentsFirst(['messages', 'tickets', 'users'], links)).toEqual(['users', 'tickets', 'messages']);
  expect(() =>
    parentsFirst(
      ['a', 'b'],
      [
        { child: 'a', parent: 'b' },
        { child: 'b', parent: 'a' },
      ],
    ),
  ).toThrow(/ring/);
});
