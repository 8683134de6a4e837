import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';

/** How long an app may take to start, in milliseconds: a new database and its demo are made first. */
const START_PATIENCE = 170_000;

/** An installation that a test may break: folders and a port of its own, and the process while it runs. */
export type OwnApp = {
  dataDir: string;
  contentDir: string;
  origin: string;
  port: number;
  process: ChildProcess;
  said: string[];
};

const freePort = async (): Promise<number> => {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  return typeof address === 'object' && address ? address.port : 0;
};

/** Ends the process with a signal and waits until it is gone. */
export const endWith = async ({ process: child }: OwnApp, signal: NodeJS.Signals): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill(signal);
  await gone;
};

/** Where an installation's own content is. */
const contentIn = (dataDir: string): string => join(dataDir, 'own-content');

const start = async (dataDir: string, port: number): Promise<OwnApp> => {
  const origin = `http://localhost:${port}`;
  const contentDir = contentIn(dataDir);
  const said: string[] = [];
  // What `npm start` runs, without npm around it: a signal reaches the app itself.
  const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/start.ts'], {
    env: {
      ...{ ...process.env, GUICHET_DATA_DIR: dataDir, CONTENT_DIR: contentDir, GUICHET_DEMO: 'on' },
      ...{ HOST: '127.0.0.1', PORT: String(port) },
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => said.push(String(chunk)));
  const app = { dataDir, contentDir, origin, port, process: child, said };
  const ready = async () =>
    said.some((line) => line.includes('Guichet is at')) && (await fetch(`${origin}/readyz`)).ok
      ? 'ready'
      : said.join('');
  try {
    await expect.poll(ready, { timeout: START_PATIENCE }).toBe('ready');
  } catch (error) {
    await endWith(app, 'SIGKILL');
    throw error;
  }
  return app;
};

/** Starts a demo of its own in a new folder, with content of its own, which `prepare` may change before. */
export const startOwnApp = async (prepare?: (contentDir: string) => Promise<void>): Promise<OwnApp> => {
  const dataDir = await mkdtemp(join(tmpdir(), 'guichet-e2e-own-'));
  await cp('content', contentIn(dataDir), { recursive: true });
  await prepare?.(contentIn(dataDir));
  return start(dataDir, await freePort());
};

/** Starts the same installation once more, on the same port. */
export const startAgain = (app: OwnApp): Promise<OwnApp> => start(app.dataDir, app.port);

/** Puts the app away in good order and removes its folder. */
export const removeOwnApp = async (app: OwnApp | undefined): Promise<void> => {
  if (!app) return;
  await endWith(app, 'SIGTERM');
  await rm(app.dataDir, { recursive: true, force: true });
};

/** Stops the installation's database server at once, as when its machine fails, and waits until the app notices. */
export const stopDatabase = async ({ dataDir, origin }: OwnApp): Promise<void> => {
  const note = readFileSync(join(dataDir, 'database', 'cluster', 'postmaster.pid'), 'utf8');
  process.kill(Number(note.split('\n')[0]), 'SIGQUIT');
  await expect.poll(async () => (await fetch(`${origin}/readyz`)).status, { timeout: 20_000 }).toBe(503);
};
