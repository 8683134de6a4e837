import { spawnSync } from 'node:child_process';
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import type { Account } from './account';
import { EmbeddedRefusal, errorCode } from './refusal';

/** Everything the embedded database keeps, under one folder of the data directory. */
export type Layout = {
  home: string;
  cluster: string;
  password: string;
  lock: string;
  holders: string;
  startLog: string;
  /** Holds the address of the socket folder when it had to be placed elsewhere. */
  socketNote: string;
};

/** The system allows 107 bytes for the address of a socket (103 on macOS), and Postgres adds its file name. */
const SOCKET_PATH_LIMIT = 103;
const SOCKET_FILE = '/.s.PGSQL.5432';

/** True when the account could work in this folder, all folders above it included. */
export const canEnter = (path: string, account: Account): boolean =>
  spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', path], { ...account, cwd: '/', stdio: 'ignore' }).status === 0;

/** Lets every account pass through and read; for folders that hold programs only. */
export const openFolder = (path: string): void => chmodSync(path, 0o755);

const clearRefusal = (path: string, error: unknown): EmbeddedRefusal =>
  new EmbeddedRefusal(
    `Cannot use the data folder ${path} (${errorCode(error) ?? 'unknown error'}): give this account read and write access, or set GUICHET_DATA_DIR to another folder.`,
  );

/** Creates the data folder if needed and makes sure that this process can list and write it; refuses in one line otherwise. */
export const claimDataFolder = (dataDir: string): string => {
  const path = resolve(dataDir);
  try {
    mkdirSync(path, { recursive: true });
    accessSync(path, constants.R_OK | constants.W_OK | constants.X_OK);
    // The super-user passes every access check, also on a read-only disk: only writing tells.
    const probe = join(path, `.write-${process.pid}`);
    writeFileSync(probe, '');
    rmSync(probe);
  } catch (error) {
    throw clearRefusal(path, error);
  }
  return path;
};

export const layoutIn = (dataDir: string): Layout => {
  const home = join(claimDataFolder(dataDir), 'database');
  try {
    mkdirSync(home, { recursive: true });
    // The server's account passes through to the cluster, which is closed to everyone else.
    if (process.getuid?.() === statSync(home).uid) chmodSync(home, 0o711);
    accessSync(home, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    throw clearRefusal(home, error);
  }
  return {
    home,
    cluster: join(home, 'cluster'),
    password: join(home, 'password'),
    lock: join(home, 'lock'),
    holders: join(home, 'holders'),
    startLog: join(home, 'start.log'),
    socketNote: join(home, 'socket-folder'),
  };
};

/** Creates a folder that only the server's account (or we) may enter. */
export const privateFolder = (path: string, account: Account | undefined): string => {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  chmodSync(path, 0o700);
  if (account) chownSync(path, account.uid, account.gid);
  return path;
};

const noted = (layout: Layout): string | undefined => {
  try {
    return readFileSync(layout.socketNote, 'utf8').trim() || undefined;
  } catch {
    return undefined;
  }
};

/** Where the running server's socket is expected to be. */
export const socketFolderOf = (layout: Layout): string => noted(layout) ?? join(layout.home, 'socket');

/**
 * Makes the folder for a new server's socket: inside the data folder, or, when the address would be too long or the account
 * cannot get there, in a new private folder of the system's temporary one.
 */
export const makeSocketFolder = (layout: Layout, account: Account | undefined): string => {
  rmSync(layout.socketNote, { force: true });
  const inside = join(layout.home, 'socket');
  const fits = Buffer.byteLength(inside + SOCKET_FILE) <= SOCKET_PATH_LIMIT;
  if (fits && (!account || canEnter(dirname(inside), account))) return privateFolder(inside, account);
  const outside = privateFolder(mkdtempSync(join(tmpdir(), 'guichet-')), account);
  writeFileSync(layout.socketNote, outside, { mode: 0o600 });
  return outside;
};

/** Forgets a socket folder that was placed outside the data folder. */
export const dropSocketFolder = (layout: Layout): void => {
  const outside = noted(layout);
  if (outside) rmSync(outside, { recursive: true, force: true });
  rmSync(layout.socketNote, { force: true });
};
