import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const secretsSchema = z.object({ authSecret: z.string().min(16), inboundSecret: z.string().min(16) });

/** Secrets made on the first start of an installation that was given none. */
export type Secrets = z.infer<typeof secretsSchema>;

const newSecret = (): string => randomBytes(32).toString('hex');

const read = (file: string): Secrets | undefined => {
  try {
    return secretsSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw new Error(
      `${file} cannot be read; restore it, or delete it to have new secrets made (everyone signs in again).`,
    );
  }
};

const linkIfFirst = (from: string, to: string): void => {
  try {
    linkSync(from, to);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
};

/**
 * The installation's own secrets, kept in `secrets.json` of the data folder, readable by its owner only; made if missing.
 * Two processes that start at once end with the same ones.
 */
export const ownSecrets = (dataDir: string): Secrets => {
  const file = join(dataDir, 'secrets.json');
  const kept = read(file);
  if (kept) return kept;
  mkdirSync(dataDir, { recursive: true });
  const aside = `${file}.${process.pid}`;
  const made: Secrets = { authSecret: newSecret(), inboundSecret: newSecret() };
  writeFileSync(aside, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600 });
  linkIfFirst(aside, file);
  rmSync(aside);
  return read(file) ?? made;
};
