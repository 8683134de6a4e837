import { sql } from 'drizzle-orm';
import { check, customType, jsonb, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { LocalisedText } from '@/domain/people/localised';

/** An instant: `timestamptz`, read and written as a JavaScript `Date` in UTC. */
export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date', precision: 3 });

/** The primary key of every table that people refer to. */
export const id = () => uuid('id').primaryKey().defaultRandom();

/** When the row was written, by the database's clock unless the action says otherwise. */
export const createdAt = () => instant('created_at').notNull().defaultNow();

/** A text in both languages, as `jsonb`. */
export const localised = (name: string) => jsonb(name).$type<LocalisedText>();

/**
 * Any JSON, texts included. Drizzle's own `jsonb` reads what the driver has read once more, which makes numbers of texts
 * like `2026.47`: it is for objects and lists.
 */
export const anyJson = <Value>(name: string) =>
  customType<{ data: Value; driverData: unknown }>({
    dataType: () => 'jsonb',
    toDriver: (value) => JSON.stringify(value),
    fromDriver: (value) => value as Value,
  })(name);

/** A CHECK that holds a text column to the values of a `domain` tuple, so that an enum is stated once. */
export const oneOf = (table: string, column: string, values: readonly string[]) =>
  check(`${table}_${column}_check`, sql.raw(`"${column}" in (${values.map((value) => `'${value}'`).join(', ')})`));
