/** The embedded database cannot start; the message is one line that says what to do. Everything else thrown here is a bug. */
export class EmbeddedRefusal extends Error {
  override readonly name = 'EmbeddedRefusal';
}

/** The code of a system error (`EACCES`, `ENOENT`…), or undefined for anything else. */
export const errorCode = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
