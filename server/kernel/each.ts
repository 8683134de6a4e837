import { log } from './log';

/**
 * Does something for each of many rows, one after the other; what fails for one is logged and left for the next time, so
 * that it keeps none of the others waiting. Answers what was done.
 */
export const forEachAlone = async <Row, Done>(
  what: string,
  rows: readonly Row[],
  act: (row: Row) => Promise<Done>,
): Promise<Done[]> => {
  const done: Done[] = [];
  for (const row of rows) {
    try {
      done.push(await act(row));
    } catch (error) {
      log.error('a job failed for one row', { what, row, error });
    }
  }
  return done;
};
