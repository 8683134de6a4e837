import { AsyncLocalStorage } from 'node:async_hooks';
import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { connectionOptions } from './connection';
import { readRowsFlat } from './flat-rows';
import { keepPrepared } from './prepared';

export type Database = PostgresJsDatabase;
/** An open transaction: the only thing writes are made through. */
export type Tx = Parameters<Parameters<Database['transaction']>[0]>[0];
/** Whatever can be read from: the pool, or a transaction. */
export type Reader = Database | Tx;

type Pool = { sql: postgres.Sql; db: Database };

// Kept on globalThis: Next bundles this file apart from the worker and the front, and reloads it in development.
const holder = globalThis as typeof globalThis & { guichetPool?: Pool };

const connect = (): Pool => {
  const address = process.env.DATABASE_URL;
  if (!address)
    throw new Error('DATABASE_URL is not set: the start script sets it before anything asks for the database');
  const sql = keepPrepared(
    postgres({
      ...connectionOptions(address),
      max: Number(process.env.GUICHET_DATABASE_POOL ?? 10),
      connect_timeout: 5,
      idle_timeout: 60,
      onnotice: () => undefined,
      connection: { application_name: 'guichet' },
    }),
  );
  readRowsFlat();
  // Without the schema: it would serve `db.query` alone, which nobody asks, and be gone through for each transaction.
  return { sql, db: drizzle(sql) };
};

const pool = (): Pool => {
  holder.guichetPool ??= connect();
  return holder.guichetPool;
};

const replacement = new AsyncLocalStorage<Database>();

/** The database of this process, connected on first use through `DATABASE_URL`. */
export const database = (): Database => replacement.getStore() ?? pool().db;

/** The process's own database, once it is connected; nothing where another was put in its place (`withDatabase`). */
export const ownDatabase = (): Database | undefined => (replacement.getStore() ? undefined : holder.guichetPool?.db);

/** Runs work on another database than the process's own: an open transaction that tests roll back, a second server. */
export const withDatabase = <Output>(db: Database, work: () => Promise<Output>): Promise<Output> =>
  replacement.run(db, work);

/** Ends the pool, waiting at most five seconds for running queries. */
export const closeDatabase = async (): Promise<void> => {
  const current = holder.guichetPool;
  delete holder.guichetPool;
  await current?.sql.end({ timeout: 5 });
};

/**
 * Hears `NOTIFY` on a channel until the returned function is called. `onConnected` is called at the first connection
 * and after each reconnection, when messages may have been missed.
 */
export const listen = async (
  channel: string,
  onMessage: (payload: string) => void,
  onConnected: () => void = () => undefined,
): Promise<() => Promise<void>> => {
  const subscription = await pool().sql.listen(channel, onMessage, onConnected);
  return () => subscription.unlisten();
};
