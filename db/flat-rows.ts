import { Column, is, SQL, Subquery } from 'drizzle-orm';
import type { SelectedFieldsOrdered } from 'drizzle-orm/pg-core';
import { PostgresJsSession } from 'drizzle-orm/postgres-js';

type Decoder = { mapFromDriverValue(value: unknown): unknown };
type Row = Record<string, unknown>;
/** On the class, which Next's bundle may share with the worker's and the front's. */
const DONE = Symbol.for('guichet.flatRows');

type PrepareQuery = PostgresJsSession<never, never, never>['prepareQuery'];

/** What reads a field's values is no part of drizzle's types: it asks the same four questions for each value of each row. */
const decoderOf = (field: SelectedFieldsOrdered[number]['field']): Decoder => {
  if (is(field, Column)) return field;
  if (is(field, Subquery)) return (field._.sql as unknown as { decoder: Decoder }).decoder;
  const sql = is(field, SQL) ? field : (field as SQL.Aliased).sql;
  return (sql as unknown as { decoder: Decoder }).decoder;
};

/**
 * Makes rows of the values that Postgres answers, for a selection whose fields stand side by side; nothing where they are
 * grouped (by joined tables), which drizzle does itself.
 */
export const flatRows = (fields: SelectedFieldsOrdered): ((rows: unknown[][]) => Row[]) | undefined => {
  const columns: { name: string; decoder: Decoder }[] = [];
  for (const { path, field } of fields) {
    const [name] = path;
    if (path.length !== 1 || name === undefined) return undefined;
    columns.push({ name, decoder: decoderOf(field) });
  }
  return (rows) =>
    rows.map((values) => {
      const row: Row = {};
      for (let at = 0; at < columns.length; at += 1) {
        const { name, decoder } = columns[at] as (typeof columns)[number];
        const value = values[at];
        row[name] = value === null ? null : decoder.mapFromDriverValue(value);
      }
      return row;
    });
};

/**
 * Has drizzle read rows by `flatRows`: it looks up for each value of each row how its column is read, which took more of a
 * list of fifty requests than Postgres' own answer did. Lasts for the process, transactions included.
 */
export const readRowsFlat = (): void => {
  const { prototype } = PostgresJsSession as unknown as { prototype: { prepareQuery: PrepareQuery; [DONE]?: true } };
  if (prototype[DONE]) return;
  prototype[DONE] = true;
  const prepare = prototype.prepareQuery;
  prototype.prepareQuery = function (this: never, query, fields, name, inArrays, mapper, ...rest) {
    return prepare.call(this, query, fields, name, inArrays, mapper ?? (fields && flatRows(fields)), ...rest);
  } as PrepareQuery;
};
