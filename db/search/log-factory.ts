import type { Tx } from '../client';
import { answerReadings, searchQueries } from './log-schema';

/** Makes queries of the log as they would have been kept, for tests and the demo. */
export const makeQueries = async (tx: Tx, rows: readonly (typeof searchQueries.$inferInsert)[]): Promise<void> => {
  if (rows.length > 0) await tx.insert(searchQueries).values([...rows]);
};

/** Makes readings with what came of them, for tests and the demo. */
export const makeReadings = async (tx: Tx, rows: readonly (typeof answerReadings.$inferInsert)[]): Promise<void> => {
  if (rows.length > 0) await tx.insert(answerReadings).values([...rows]);
};
