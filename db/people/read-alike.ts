import { type SQL, sql } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';

// Signs that are read alike: accents are optional, and what stands between the parts of names and addresses parts them.
export const WRITTEN = "àáâãäåçèéêëìíîïñòóôõöùúûüýÿ.@-_'’";
export const READ = 'aaaaaaceeeeiiiinooooouuuuyy      ';

const literal = (text: string): SQL => sql.raw(`'${text.replaceAll("'", "''")}'`);

/** A text as it is read when accents and the signs between words do not matter. */
export const readAlike = (text: SQL): SQL => sql`translate(lower(${text}), ${literal(WRITTEN)}, ${literal(READ)})`;

/** Whether a text holds another, whatever their accents and capitals. */
export const holds = (text: SQL, piece: string): SQL =>
  sql`position(${readAlike(sql`${piece}::text`)} in ${readAlike(text)}) > 0`;

// The same words in the index and in what is asked for: otherwise Postgres would go through all rows.
const wordsOf = (text: SQL): SQL => sql`to_tsvector('simple', ${readAlike(text)})`;

/** The words that a person is found by. */
export const wordsOfPeople = ({ name, email }: { name: AnyPgColumn; email: AnyPgColumn }): SQL =>
  wordsOf(sql`${name} || ' ' || ${email}`);

/** The words that an organisation is found by. */
export const wordsOfOrganisations = ({ name }: { name: AnyPgColumn }): SQL => wordsOf(sql`${name}`);
