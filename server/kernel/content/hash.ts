import { createHash } from 'node:crypto';

/** A short name for some bytes, the same for the same bytes: good for addresses and change detection, not for secrets. */
export const hashOf = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('base64url').slice(0, 16);
