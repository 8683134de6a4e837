/** Something the person who starts Guichet can put right: printed as it is, without a stack. */
export class StartRefusal extends Error {
  override readonly name = 'StartRefusal';
}

const EXPECTED = new Set(['StartRefusal', 'SettingsRefusal', 'EmbeddedRefusal', 'RestoreRefusal']);

const DATABASE_HINTS: Record<string, string> = {
  ECONNREFUSED: 'nothing answers at its address',
  ENOTFOUND: 'its host name is not known',
  CONNECT_TIMEOUT: 'it does not answer in time',
  '28P01': 'it refuses the user or password',
  '28000': 'it refuses the user or the way of connecting',
  '3D000': 'it has no database of that name',
};

const codeOf = (error: Error): string => ('code' in error && typeof error.code === 'string' ? error.code : '');

/** One line for what a person can put right; the whole stack for a bug. */
export const explain = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  if (EXPECTED.has(error.name)) return error.message;
  const hint = DATABASE_HINTS[codeOf(error)];
  if (hint) return `The database cannot be used: ${hint}. Check DATABASE_URL.`;
  return error.stack ?? error.message;
};

/** Prints why the command ends and ends it. */
export const failWith = (error: unknown): never => {
  console.error(`\n✗ ${explain(error)}`);
  process.exit(1);
};
