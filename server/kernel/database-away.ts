/** What drivers and Postgres say when nobody is there to answer: refused, broken off, or going down. */
const AWAY = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  'EPIPE',
  'ENOTFOUND',
  'ETIMEDOUT',
  'CONNECT_TIMEOUT',
  'CONNECTION_CLOSED',
  'CONNECTION_ENDED',
  'CONNECTION_DESTROYED',
  '57P01',
  '57P02',
  '57P03',
]);

/** Whether something failed because the database does not answer, rather than for what it was asked. */
export const databaseIsAway = (error: unknown): boolean => {
  if (!(error instanceof Error)) return false;
  if ('code' in error && AWAY.has(String(error.code))) return true;
  return error instanceof AggregateError ? error.errors.some(databaseIsAway) : databaseIsAway(error.cause);
};
