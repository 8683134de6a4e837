import { type Database, database, type Tx, withDatabase } from '../client';

class RollBack extends Error {}

/**
 * Runs a test inside a transaction that is rolled back at the end: every verb called in it works on that transaction, so
 * tests see real Postgres and leave nothing behind. One connection: for races use the database itself.
 */
export const rolledBack =
  (test: (tx: Tx) => Promise<void>): (() => Promise<void>) =>
  async () => {
    const undone = database().transaction(async (tx) => {
      await withDatabase(tx as unknown as Database, () => test(tx));
      throw new RollBack();
    });
    await undone.catch((error: unknown) => {
      if (!(error instanceof RollBack)) throw error;
    });
  };
