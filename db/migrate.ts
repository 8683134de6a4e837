import { fileURLToPath } from 'node:url';
import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate as runDrizzleMigrations } from 'drizzle-orm/postgres-js/migrator';
import { runMigrations as runJobMigrations } from 'graphile-worker';
import postgres from 'postgres';
import { connectionOptions } from './connection';
import { seedJobNames } from './kernel/job-names';
import { seedSystem } from './seed/system';

const MIGRATIONS_FOLDER = fileURLToPath(new URL('./migrations', import.meta.url));
/** Any fixed number: two starts at once wait for each other instead of migrating twice. */
const MIGRATION_LOCK = 20_261_122;

/**
 * Brings a database to the present schema: our tables, the job queue's own, and the rows every installation has. Safe
 * to call at every start and from several processes at once.
 */
export const migrateDatabase = async (address: string): Promise<void> => {
  const options = connectionOptions(address);
  const client = postgres({ ...options, max: 1, onnotice: () => undefined });
  try {
    const db = drizzle(client);
    await db.execute(sql`select pg_advisory_lock(${MIGRATION_LOCK})`);
    await runDrizzleMigrations(db, { migrationsFolder: MIGRATIONS_FOLDER });
    await runJobMigrations({ connectionString: address });
    await seedJobNames(db);
    await seedSystem(db);
  } finally {
    await client.end({ timeout: 5 });
  }
};
