import { createHash, randomBytes } from 'node:crypto';

/** A secret for links and claims: 32 random bytes, safe in addresses. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** What is stored of a secret. Plain SHA-256 is enough for 256 random bits; passwords go through argon2id instead. */
export const hashSecret = (secret: string): string => createHash('sha256').update(secret).digest('hex');
