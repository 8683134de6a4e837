import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { database, withDatabase } from '../client';
import { connectionOptions } from '../connection';
import { migrateDatabase } from '../migrate';

/** Runs a test on a database of its own, empty but migrated, on the server of the test run; for what only an empty installation shows. */
export const onOwnDatabase =
  (test: () => Promise<void>): (() => Promise<void>) =>
  async () => {
    const name = `test_${randomUUID().replaceAll('-', '')}`;
    const address = new URL(process.env.DATABASE_URL ?? '');
    address.pathname = `/${name}`;
    await database().execute(sql.raw(`create database ${name}`));
    const client = postgres({ ...connectionOptions(address.href), max: 2, onnotice: () => undefined });
    try {
      await migrateDatabase(address.href);
      await withDatabase(drizzle(client), test);
    } finally {
      await client.end({ timeout: 5 });
      await database().execute(sql.raw(`drop database ${name}`));
    }
  };
