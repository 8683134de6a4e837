import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * A backup is one gzip file: a line of JSON about the whole, then for each table a line of JSON about it, its rows as
 * Postgres' COPY writes them, and a line with `\.` alone, which no row can be. The last line counts all rows.
 */
export type BackupHead = {
  guichet: 'backup';
  format: 1;
  at: string;
  /** The newest migration the data has been through. */
  schema: string;
  sequences: { name: string; value: string }[];
};

export type TableHead = { table: string; columns: string[] };

/** Without this last line the file is not whole. */
export type BackupEnd = { end: true; rows: number };

export const END_OF_TABLE = '\\.';

/** The newest migration this program knows. */
export const knownSchema = (): string => {
  const file = fileURLToPath(new URL('../migrations/meta/_journal.json', import.meta.url));
  const { entries } = JSON.parse(readFileSync(file, 'utf8')) as { entries: { tag: string }[] };
  return entries.at(-1)?.tag ?? '';
};
