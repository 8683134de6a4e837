import { once } from 'node:events';
import { createWriteStream, renameSync, rmSync } from 'node:fs';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import postgres from 'postgres';
import { connectionOptions } from '../connection';
import { type BackupEnd, type BackupHead, END_OF_TABLE, knownSchema, type TableHead } from './format';
import { type Asker, backupTables } from './tables';

/** What a backup or a restore went through. */
export type BackupTally = { tables: number; rows: number };

const put = async (out: Writable, chunk: string | Buffer): Promise<void> => {
  if (!out.write(chunk)) await once(out, 'drain');
};

const sequencesOf = async (sql: Asker): Promise<BackupHead['sequences']> => {
  const rows = await sql<{ name: string; value: string }[]>`
    select format('%I.%I', schemaname, sequencename) as name, last_value::text as value
    from pg_sequences where last_value is not null and schemaname in ('public', 'graphile_worker')`;
  return rows.map(({ name, value }) => ({ name, value }));
};

const writeRows = async (sql: Asker, out: Writable, name: string, columns: readonly string[]): Promise<number> => {
  let rows = 0;
  const copied = await sql.unsafe(`copy ${name} (${columns.join(', ')}) to stdout`).readable();
  for await (const chunk of copied) {
    const bytes = chunk as Buffer;
    for (const byte of bytes) if (byte === 10) rows += 1;
    await put(out, bytes);
  }
  await put(out, `${END_OF_TABLE}\n`);
  return rows;
};

const writeAll = async (sql: Asker, out: Writable): Promise<BackupTally> => {
  const head: BackupHead = {
    guichet: 'backup',
    format: 1,
    at: new Date().toISOString(),
    schema: knownSchema(),
    sequences: await sequencesOf(sql),
  };
  await put(out, `${JSON.stringify(head)}\n`);
  const tally = { tables: 0, rows: 0 };
  for (const { name, columns } of await backupTables(sql)) {
    const table: TableHead = { table: name, columns };
    await put(out, `${JSON.stringify(table)}\n`);
    tally.rows += await writeRows(sql, out, name, columns);
    tally.tables += 1;
  }
  const end: BackupEnd = { end: true, rows: tally.rows };
  await put(out, `${JSON.stringify(end)}\n`);
  return tally;
};

/**
 * Writes all rows of the database at `url`, as they are at one moment, to `file`; the app may run meanwhile. The file bears
 * its name only once it is whole.
 */
export const writeBackup = async (url: string, file: string): Promise<BackupTally> => {
  const client = postgres({ ...connectionOptions(url), max: 1, onnotice: () => undefined });
  const aside = `${file}.part`;
  const gzip = createGzip();
  const target = createWriteStream(aside, { mode: 0o600 });
  gzip.pipe(target);
  try {
    const tally = await client.begin('isolation level repeatable read read only', (sql) => writeAll(sql, gzip));
    gzip.end();
    await finished(target);
    renameSync(aside, file);
    return tally;
  } catch (error) {
    rmSync(aside, { force: true });
    throw error;
  } finally {
    await client.end({ timeout: 5 });
  }
};
