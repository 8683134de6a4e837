import type { SQL } from 'drizzle-orm';
import { PgDialect } from 'drizzle-orm/pg-core';
import type postgres from 'postgres';
import type { Reader } from './client';

const dialect = new PgDialect();

/**
 * Runs a statement that Postgres keeps prepared: for those asked so often that taking them apart and planning them each
 * time, and the round trip for it, would cost more than the answer. Its text should not grow with its values: hand over
 * lists as one value. In a transaction it is run as any other. Columns come as the driver gives them.
 */
export const runPrepared = async <Row extends Record<string, unknown>>(db: Reader, query: SQL): Promise<Row[]> => {
  const { $client: client } = db as { $client?: postgres.Sql };
  if (!client) return [...(await db.execute(query))] as unknown as Row[];
  const { sql: text, params } = dialect.sqlToQuery(query);
  const rows = await client.unsafe(text, params as string[], { prepare: true });
  return [...rows] as unknown as Row[];
};
