import { type SQL, sql } from 'drizzle-orm';

/** Rows handed to Postgres as one value, to be read with `jsonb_to_recordset`: one statement for any number of rows. */
export const asRows = (rows: readonly unknown[]): SQL => sql`${JSON.stringify(rows)}::jsonb`;

const quoted = (value: string): string => `"${value.replace(/["\\]/g, '\\$&')}"`;

/** A list of texts or numbers as one value, for `= any(…)` and `unnest(…)`. */
export const textList = (values: readonly string[]): SQL => sql`${`{${values.map(quoted).join(',')}}`}::text[]`;

export const numberList = (values: readonly number[]): SQL => sql`${`{${values.join(',')}}`}::int[]`;

/** A list of byte strings as one value, for `unnest(…)`. */
export const byteList = (values: readonly Uint8Array[]): SQL =>
  sql`${`{${values.map((bytes) => `"\\\\x${Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('hex')}"`).join(',')}}`}::bytea[]`;
