import { randomUUID } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';

/** OWASP's first recommendation for argon2id: 19 MiB, two passes, one lane. */
const OPTIONS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** The argon2id hash of a password, in PHC format. */
export const hashPassword = (password: string): Promise<string> => hash(password, OPTIONS);

let decoy: Promise<string> | undefined;

/**
 * Whether the password is the one behind the hash. Without a hash (unknown address, account that never had a password)
 * the same work is done against a decoy, so that the time taken tells nobody which addresses have accounts.
 */
export const passwordMatches = async (storedHash: string | null, password: string): Promise<boolean> => {
  decoy ??= hashPassword(randomUUID());
  const matches = await verify(storedHash ?? (await decoy), password);
  return storedHash !== null && matches;
};
