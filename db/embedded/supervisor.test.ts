import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { connectionOptions } from '../connection';
import { pidRuns } from './process-mark';
import { EmbeddedRefusal } from './refusal';
import { startEmbedded } from './supervisor';

type Told = { how: string; url: string };

// Processes are started and killed here: on a busy machine that takes its time.
vi.setConfig({ testTimeout: 60_000 });

let folder = '';
let dataDir = '';
const children: ChildProcess[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'guichet-supervisor-'));
  chmodSync(folder, 0o755);
  dataDir = join(folder, 'data');
});

afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  if (existsSync(join(dataDir, 'database/cluster/postmaster.pid'))) await (await start()).stop();
  rmSync(folder, { recursive: true, force: true });
});

const start = () => startEmbedded({ dataDir, durable: false });

/** Another process that holds the database. */
const launch = (durable = false): ChildProcess => {
  const child = fork('db/embedded/fixtures/hold-database.ts', [dataDir, durable ? 'durable' : ''], {
    execArgv: ['--import', 'tsx'],
  });
  children.push(child);
  return child;
};

const told = async (child: ChildProcess): Promise<Told> => (await once(child, 'message'))[0] as Told;

const ask = async (url: string, query: string): Promise<unknown> => {
  const sql = postgres({ ...connectionOptions(url), max: 1 });
  try {
    return Object.values((await sql.unsafe(query))[0] ?? {})[0];
  } finally {
    await sql.end();
  }
};

const serverPid = (): number =>
  Number(readFileSync(join(dataDir, 'database/cluster/postmaster.pid'), 'utf8').split('\n')[0]);

describe('the embedded database', () => {
  it('is created, stopped, and started again with what was written', async () => {
    const cold = await start();
    expect(cold.how).toBe('created');
    await ask(cold.url, 'create table kept (word text)');
    await ask(cold.url, "insert into kept values ('été') returning word");
    await cold.stop();
    await expect(ask(cold.url, 'select 1')).rejects.toThrow();

    const warm = await start();
    expect(warm.how).toBe('started');
    expect(await ask(warm.url, 'select word from kept')).toBe('été');
    await warm.stop();
  });

  it('knows accents, French and trigrams', async () => {
    const { url, stop } = await start();
    expect(await ask(url, "select lower('ÉTÉ')")).toBe('été');
    expect(await ask(url, "select to_tsvector('french', 'La forêt brûlée')::text")).toBe("'brûl':3 'forêt':2");
    expect(await ask(url, 'create extension pg_trgm')).toBeUndefined();
    expect(await ask(url, 'create extension unaccent')).toBeUndefined();
    expect(await ask(url, "select unaccent('été')")).toBe('ete');
    await stop();
  });

  it('lets nobody in without the password', async () => {
    const { url, stop } = await start();
    await expect(ask(url.replace(/:[0-9a-f]+@/, ':wrong@'), 'select 1')).rejects.toThrow(/password/);
    expect(await ask(url, 'show listen_addresses')).toBe('');
    await stop();
  });

  it('survives the killing of its app and is adopted by the next one', async () => {
    const child = launch();
    const { url } = await told(child);
    await ask(url, 'create table kept (n int)');
    const server = serverPid();
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(pidRuns(server)).toBe(true);

    const next = await start();
    expect(next.how).toBe('adopted');
    expect(serverPid()).toBe(server);
    expect(await ask(next.url, 'select count(*)::int from kept')).toBe(0);
    await next.stop();
    expect(existsSync(join(dataDir, 'database/cluster/postmaster.pid'))).toBe(false);
  });

  it('starts after the server itself was killed, and keeps what was committed', async () => {
    const { url } = await told(launch(true));
    await ask(url, 'create table kept (n int)');
    await ask(url, 'insert into kept select generate_series(1, 100) returning n');
    process.kill(serverPid(), 'SIGKILL');
    const next = await start();
    expect(next.how).toBe('started');
    expect(await ask(next.url, 'select count(*)::int from kept')).toBe(100);
    await next.stop();
  });

  it('serves two that start at once, until the last one leaves', async () => {
    const [first, second] = [launch(), launch()];
    const ways = await Promise.all([told(first), told(second)]);
    expect(ways.map(({ how }) => how).sort()).toEqual(['adopted', 'created']);
    first.send('stop');
    await once(first, 'exit');
    const url = ways[1]?.url ?? '';
    expect(await ask(url, 'select 1')).toBe(1);
    second.send('stop');
    await once(second, 'exit');
    await expect(ask(url, 'select 1')).rejects.toThrow();
  });

  it('does without what a killed first start left half-made', async () => {
    mkdirSync(join(dataDir, 'database', 'cluster.new-1'), { recursive: true });
    writeFileSync(join(dataDir, 'database', 'cluster.new-1', 'PG_VERSION'), '18');
    writeFileSync(join(dataDir, 'database', 'lock'), '999999 1\n');
    const { how, stop } = await start();
    expect(how).toBe('created');
    expect(existsSync(join(dataDir, 'database', 'cluster.new-1'))).toBe(false);
    await stop();
  });

  it('is not misled by a stale note that names somebody else’s process', async () => {
    await (await start()).stop();
    const note = join(dataDir, 'database/cluster/postmaster.pid');
    writeFileSync(note, `${process.pid}\n/proc/self/cwd\n1700000000\n5432\n\n\n`);
    const { how, stop } = await start();
    expect(how).toBe('started');
    await stop();
  });

  it('works in a folder too deep for a socket, and below one that is closed to others', async () => {
    chmodSync(folder, 0o700);
    dataDir = join(folder, 'x'.repeat(90));
    const { url, stop } = await start();
    expect(await ask(url, 'select 1')).toBe(1);
    const socketFolder = connectionOptions(url).host;
    expect(socketFolder.startsWith(folder)).toBe(false);
    await stop();
    expect(existsSync(socketFolder)).toBe(false);
  });

  it('says in one line what to do when the folder cannot be used', async () => {
    writeFileSync(dataDir, 'a file, not a folder');
    const refusal = await start().catch((error: unknown) => error);
    rmSync(dataDir);
    expect(refusal).toBeInstanceOf(EmbeddedRefusal);
    expect(String(refusal)).toMatch(/Cannot use the data folder .*GUICHET_DATA_DIR/);
    expect(String(refusal)).not.toContain('\n');
  });

  it('refuses a cluster of another Postgres in one line', async () => {
    await (await start()).stop();
    const version = join(dataDir, 'database/cluster/PG_VERSION');
    writeFileSync(version, '15\n');
    await expect(start()).rejects.toThrow(/made by Postgres 15.*backup/);
    writeFileSync(version, '18\n');
  });
});
