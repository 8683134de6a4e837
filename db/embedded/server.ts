import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { totalmem } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import postgres from 'postgres';
import { connectionOptions } from '../connection';
import type { Account } from './account';
import type { Binaries } from './binaries';
import { clusterArgument, SERVER_ROLE, serverEnvironment } from './cluster';
import { dropSocketFolder, type Layout, makeSocketFolder, socketFolderOf } from './folders';
import { pidRuns, workingFolderOf } from './process-mark';
import { EmbeddedRefusal } from './refusal';

/** What the server's own note says: its process and the second it started (Unix time). */
type ServerNote = { pid: number; startedAt: number };

const START_PATIENCE = 60_000;
const STOP_PATIENCE = 30_000;

const noteOf = (layout: Layout): ServerNote | undefined => {
  try {
    const lines = readFileSync(join(layout.cluster, 'postmaster.pid'), 'utf8').split('\n');
    const [pid, startedAt] = [Number(lines[0]), Number(lines[2])];
    return pid > 0 && startedAt > 0 ? { pid, startedAt } : undefined;
  } catch {
    return undefined;
  }
};

/** The address of this data folder's server, running or not. */
export const serverUrl = (layout: Layout): string => {
  const password = readFileSync(layout.password, 'utf8').trim();
  const folder = encodeURIComponent(socketFolderOf(layout));
  return `postgres://${SERVER_ROLE}:${password}@localhost/${SERVER_ROLE}?host=${folder}`;
};

/** Asks the socket: only a server that takes our password, answers, and is the one this cluster's note names, counts. */
export const answers = async (layout: Layout): Promise<boolean> => {
  const note = noteOf(layout);
  if (!note) return false;
  const options = connectionOptions(serverUrl(layout));
  const sql = postgres({ ...options, max: 1, connect_timeout: 5, fetch_types: false, onnotice: () => undefined });
  try {
    const rows = await sql`select extract(epoch from pg_postmaster_start_time())::float8 as started`;
    return Math.abs(Number(rows[0]?.started) - note.startedAt) < 5;
  } catch {
    return false;
  } finally {
    await sql.end({ timeout: 1 });
  }
};

/** A process with the noted number that works in this very cluster; where the system hides that, the number must do. */
const serverProcessRuns = (layout: Layout, note: ServerNote): boolean => {
  if (!pidRuns(note.pid)) return false;
  const works = workingFolderOf(note.pid);
  return works === undefined || works === realpathSync(layout.cluster);
};

/**
 * Waits while a server of this cluster is on its way up or down; true when it answers in the end. A note left by a crash
 * whose number now belongs to another process is removed, since Postgres would refuse to start because of it.
 */
export const settledServer = async (layout: Layout): Promise<boolean> => {
  const until = Date.now() + START_PATIENCE;
  for (;;) {
    const note = noteOf(layout);
    if (!note) return false;
    if (!serverProcessRuns(layout, note)) {
      rmSync(join(layout.cluster, 'postmaster.pid'), { force: true });
      return false;
    }
    if (await answers(layout)) return true;
    if (Date.now() > until)
      throw new EmbeddedRefusal(
        `The database server of ${layout.home} (process ${note.pid}) runs but does not answer: stop it with kill -INT ${note.pid}, then start again.`,
      );
    await pause(200);
  }
};

const MEGABYTE = 1024 * 1024;

/**
 * Memory for tables and indexes: an eighth of what this process may use, 128 MB to 1 GB. Postgres's own 128 MB hold the
 * indexes of a small desk only, and what is not held is read from the system each time. It takes what it fills, no more.
 */
const sharedBuffers = (): string => {
  // 0 or nothing where no limit is set on the container.
  const limit = process.constrainedMemory() || Number.POSITIVE_INFINITY;
  const eighth = Math.floor(Math.min(totalmem(), limit) / 8 / MEGABYTE);
  return `shared_buffers=${Math.min(1_024, Math.max(128, eighth))}MB`;
};

const SETTINGS = [
  'listen_addresses=',
  'unix_socket_permissions=0700',
  'timezone=UTC',
  'log_timezone=UTC',
  // A week of log files inside the cluster, each overwritten when its day comes again.
  'logging_collector=on',
  'log_filename=postgres-%a.log',
  'log_truncate_on_rotation=on',
  'log_rotation_age=1d',
  'log_rotation_size=0',
  'jit=off',
  // Many small questions at once: a helper for one of them would take the processor of another.
  'max_parallel_workers_per_gather=0',
];

const launch = (layout: Layout, binaries: Binaries, account: Account | undefined, settings: string[]): ChildProcess => {
  const socket = makeSocketFolder(layout, account);
  const log = openSync(layout.startLog, 'w', 0o600);
  const all = [...SETTINGS, sharedBuffers(), `unix_socket_directories=${socket}`, ...settings].flatMap((setting) => [
    '-c',
    setting,
  ]);
  const child = spawn(
    join(binaries.folder, 'bin', 'postgres'),
    ['-D', clusterArgument(layout.cluster, account), ...all],
    // Detached: the terminal's Ctrl-C and a kill -9 of the app must not reach it; the app stops it in good order itself.
    { ...account, cwd: layout.cluster, env: serverEnvironment(), detached: true, stdio: ['ignore', log, log] },
  );
  closeSync(log);
  child.unref();
  return child;
};

const reasonIn = (startLog: string): string => {
  const lines = readFileSync(startLog, 'utf8').trim().split('\n');
  const line = lines.find((text) => /FATAL|PANIC|ERROR/.test(text)) ?? lines.at(-1) ?? '';
  return line.replace(/^.*?(FATAL|PANIC|ERROR):\s*/, '').trim();
};

/** Starts the server and waits until it answers; refuses with Postgres' own reason when it ends instead. */
export const startServer = async (
  layout: Layout,
  binaries: Binaries,
  account: Account | undefined,
  settings: string[],
): Promise<void> => {
  const child = launch(layout, binaries, account, settings);
  let ended: string | undefined;
  child.on('error', (error) => {
    ended = error.message;
  });
  child.on('exit', () => {
    ended = reasonIn(layout.startLog);
  });
  const until = Date.now() + START_PATIENCE;
  while (!(await answers(layout))) {
    if (ended !== undefined)
      throw new EmbeddedRefusal(`The embedded database did not start: ${ended} (details in ${layout.startLog}).`);
    if (Date.now() > until)
      throw new EmbeddedRefusal(
        `The embedded database does not answer; details in ${layout.startLog} and ${layout.cluster}/log.`,
      );
    await pause(30);
  }
  // From here on it is on its own: its end is no news to this call.
  child.removeAllListeners();
};

/** Stops the server: running transactions are cut, everything committed is written, its note disappears last. */
export const stopServer = async (layout: Layout): Promise<void> => {
  const note = noteOf(layout);
  if (note && serverProcessRuns(layout, note)) {
    process.kill(note.pid, 'SIGINT');
    const until = Date.now() + STOP_PATIENCE;
    while (noteOf(layout)?.pid === note.pid && pidRuns(note.pid)) {
      if (Date.now() > until) throw new EmbeddedRefusal(`The database server (process ${note.pid}) does not stop.`);
      await pause(20);
    }
  }
  dropSocketFolder(layout);
};
