import { type SQL, sql } from 'drizzle-orm';

/** Rows handed to Postgres as one value, to be read with `jsonb_to_recordset`: one statement for any number of rows. */
export const asRows = (rows: readonly unknown[]): SQL => sql`${JSON.stringify(rows)}::jsonb`;

/** A list of texts or numbers as one value, for `= any(…)`. */
export const textList = (values: readonly string[]): SQL =>
  sql`array(select jsonb_array_elements_text(${JSON.stringify(values)}::jsonb))`;

export const numberList = (values: readonly number[]): SQL =>
  sql`array(select jsonb_array_elements_text(${JSON.stringify(values)}::jsonb)::int)`;
