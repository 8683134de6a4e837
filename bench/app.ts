import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

type Package = { scripts: { start: string } };

/** As `npm start` starts it, with what Node is told there. */
const startArguments = (): string[] => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as Package;
  return scripts.start.replace(/^exec node /, '').split(' ');
};

export type BenchApp = {
  origin: string;
  /** Of the process that serves; the embedded database runs beside it. */
  pid: number;
  /** From the command to the announcement of the address, in ms. */
  startedIn: number;
  stop(): Promise<void>;
};

/** A port nobody listens on right now. */
export const freePort = async (): Promise<number> => {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  return typeof address === 'object' && address ? address.port : 0;
};

export const temporaryFolder = async (): Promise<{ folder: string; remove(): Promise<void> }> => {
  const folder = await mkdtemp(join(tmpdir(), 'guichet-bench-'));
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
};

const READY = 'Guichet is at';
const PATIENCE_MS = 10 * 60_000;

/** What a developer's shell or .env file says must not reach what is measured. */
const ALONE = { HOST: '127.0.0.1', PUBLIC_URL: '', DATABASE_URL: '', SMTP_URL: '', GUICHET_DEMO: '' };

/** Starts the app as `npm start` does, on a data folder of its own, and waits until it says where it is. */
export const startApp = async (dataDir: string, settings: Readonly<Record<string, string>> = {}): Promise<BenchApp> => {
  const port = await freePort();
  const began = performance.now();
  const child = spawn(process.execPath, startArguments(), {
    env: { ...process.env, ...ALONE, PORT: String(port), GUICHET_DATA_DIR: dataDir, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  await new Promise<void>((done, fail) => {
    const timer = setTimeout(() => fail(new Error(`The app did not start:\n${said}`)), PATIENCE_MS);
    const hear = (chunk: Buffer): void => {
      said += chunk.toString();
      if (!said.includes(READY)) return;
      clearTimeout(timer);
      done();
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('exit', () => fail(new Error(`The app ended:\n${said}`)));
  });
  return {
    origin: `http://localhost:${port}`,
    pid: child.pid ?? 0,
    startedIn: performance.now() - began,
    async stop() {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
};
