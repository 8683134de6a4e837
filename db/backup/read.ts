import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import type { Readable, Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import postgres from 'postgres';
import { z } from 'zod';
import { connectionOptions } from '../connection';
import { errorCode } from '../embedded/refusal';
import { END_OF_TABLE, knownSchema } from './format';
import { type Asker, backupTables } from './tables';
import type { BackupTally } from './write';

/** The file or the database is not fit for a restore; one line that says why. */
export class RestoreRefusal extends Error {
  override readonly name = 'RestoreRefusal';
}

const damaged = () => new RestoreRefusal('This file is not a backup of Guichet, or it is damaged.');

const headSchema = z.object({
  guichet: z.literal('backup'),
  format: z.literal(1),
  schema: z.string(),
  sequences: z.array(z.object({ name: z.string(), value: z.string() })),
});
const endSchema = z.object({ end: z.literal(true), rows: z.number() });
const tableSchema = z.object({ table: z.string(), columns: z.array(z.string()) });

type Lines = AsyncIterator<string>;

/** Lines end with a line feed and nothing else: readers of text also split at characters that rows may hold. */
async function* linesOf(source: Readable): AsyncGenerator<string> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of source) {
    let from = 0;
    const bytes = Buffer.concat([rest, chunk as Buffer]);
    for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, from)) {
      yield bytes.toString('utf8', from, end);
      from = end + 1;
    }
    rest = bytes.subarray(from);
  }
}

const parsed = <T>(line: string, schema: z.ZodType<T>): T => {
  try {
    return schema.parse(JSON.parse(line));
  } catch {
    throw damaged();
  }
};

const nextLine = async (lines: Lines): Promise<string> => {
  const { value, done } = await lines.next();
  if (done) throw new RestoreRefusal('The backup ends too early: the file is not whole.');
  return value;
};

const put = async (out: Writable, text: string): Promise<void> => {
  if (!out.write(text)) await once(out, 'drain');
};

/** Rows are gathered to this many characters before they are handed on. */
const BATCH = 64 * 1024;

const readRows = async (sql: Asker, lines: Lines, table: string, columns: readonly string[]): Promise<number> => {
  const target = await sql.unsafe(`copy ${table} (${columns.join(', ')}) from stdin`).writable();
  let rows = 0;
  let batch = '';
  try {
    for (let line = await nextLine(lines); line !== END_OF_TABLE; line = await nextLine(lines)) {
      rows += 1;
      batch += `${line}\n`;
      if (batch.length < BATCH) continue;
      await put(target, batch);
      batch = '';
    }
    target.end(batch);
    await finished(target);
  } catch (error) {
    // Tells the server to give the copy up; it answers with an error of its own, which says less than ours.
    target.on('error', () => undefined);
    target.destroy(error instanceof Error ? error : new Error(String(error)));
    throw error;
  }
  return rows;
};

const refuseUsed = async (sql: Asker): Promise<void> => {
  const [used] = await sql`select 1 from users limit 1`;
  if (used)
    throw new RestoreRefusal('The database holds accounts already: restore into a new one (another GUICHET_DATA_DIR).');
};

const readAll = async (sql: Asker, lines: Lines): Promise<BackupTally> => {
  const head = parsed(await nextLine(lines), headSchema);
  if (head.schema !== knownSchema())
    throw new RestoreRefusal(
      `The backup is of version ${head.schema}, this program of ${knownSchema()}: restore with the program that made it, then update.`,
    );
  await refuseUsed(sql);
  const known = (await backupTables(sql)).map(({ name }) => name);
  await sql.unsafe(`truncate ${known.join(', ')} cascade`);
  const tally = { tables: 0, rows: 0 };
  for (;;) {
    const told = parsed(await nextLine(lines), z.union([tableSchema, endSchema]));
    if ('end' in told) break;
    const { table, columns } = told;
    if (!known.includes(table))
      throw new RestoreRefusal(`The backup holds a table this version does not know: ${table}.`);
    tally.rows += await readRows(sql, lines, table, columns);
    tally.tables += 1;
  }
  for (const { name, value } of head.sequences) await sql`select setval(${name}::regclass, ${value}::bigint)`;
  return tally;
};

/**
 * Fills the migrated database at `url`, in which nobody has an account yet, with the rows of a backup: all of them or none.
 * Throws a RestoreRefusal when the file or the database is not fit for it.
 */
export const readBackup = async (url: string, file: string): Promise<BackupTally> => {
  const client = postgres({ ...connectionOptions(url), max: 1, onnotice: () => undefined });
  const source = createReadStream(file);
  const unpacked = createGunzip();
  source.on('error', (error) => unpacked.destroy(error));
  // May come before anyone reads; whoever reads afterwards is told all the same.
  unpacked.on('error', () => undefined);
  source.pipe(unpacked);
  try {
    return await client.begin((sql) => readAll(sql, linesOf(unpacked)));
  } catch (error) {
    throw errorCode(error)?.startsWith('Z_') ? damaged() : error;
  } finally {
    source.destroy();
    await client.end({ timeout: 5 });
  }
};
