/** What Postgres calls what went wrong (`23503`), wherever it stands behind what was thrown; `undefined` where it was no error of its own. */
export const errorCodeOf = (error: unknown): unknown => {
  if (typeof error !== 'object' || error === null) return undefined;
  return 'code' in error ? error.code : 'cause' in error ? errorCodeOf(error.cause) : undefined;
};
