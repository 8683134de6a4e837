import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { type Holders, holdersIn } from '@/db/embedded/holders';
import { withLock } from '@/db/embedded/lock';
import { buildReading } from '@/reading/build';
import { ensureContent } from '@/server/kernel/content/watch';
import { StartRefusal } from './fail';
import { sourcesHash } from './sources';
import { step } from './steps';

const ROOT = resolve('.');
/** Beside the packages, since a build empties its own folder: who builds and who runs what was built. */
const NOTES = join(ROOT, 'node_modules', '.cache', 'guichet');
/** Written last: a build without it was cut short and does not count. */
const STAMP = join(ROOT, '.next', 'guichet-sources');
const LOCK_PATIENCE = 10 * 60_000;

const usersOfBuild = (): Holders => holdersIn(join(NOTES, 'running'));

const builtFrom = (): string | undefined =>
  existsSync(STAMP) && existsSync(join(ROOT, '.next', 'BUILD_ID')) ? readFileSync(STAMP, 'utf8') : undefined;

/** Runs a program of ours and keeps what it says for the case that it fails. */
const run = (args: readonly string[]): Promise<void> =>
  new Promise((done, fail) => {
    const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        said += chunk.toString();
      });
    }
    const cutShort = () => child.kill('SIGTERM');
    process.once('exit', cutShort);
    child.on('error', fail);
    child.on('close', (code) => {
      process.off('exit', cutShort);
      if (code === 0) done();
      else fail(new StartRefusal(`The app could not be built:\n${said.trim()}`));
    });
  });

const next = (): string => createRequire(import.meta.url).resolve('next/dist/bin/next');

const refuseWhileInUse = (): void => {
  const [user] = usersOfBuild().others();
  if (!user) return;
  throw new StartRefusal(
    `Process ${user.pid} serves the former build of this folder, and its sources have changed since: stop it, then start again.`,
  );
};

const build = async (hash: string): Promise<void> => {
  refuseWhileInUse();
  rmSync(STAMP, { force: true });
  await step('Content', async () => ({ value: await ensureContent(), note: 'ready' }));
  await step(
    'App',
    async () => {
      await buildReading(ROOT);
      await run(['--import', 'tsx', join('scripts', 'cut-fonts.ts')]);
      await run([next(), 'build']);
      return { value: undefined, note: 'built' };
    },
    'Building the app, once for each version: a minute or so',
  );
  writeFileSync(STAMP, hash);
};

/** Builds the app when its sources changed since the last whole build; builds started at once take turns. */
export const ensureBuilt = async (): Promise<void> => {
  mkdirSync(NOTES, { recursive: true });
  const onWait = (pid: number) => console.log(`  … waiting for process ${pid}, which builds the app`);
  await withLock(join(NOTES, 'build.lock'), { patience: LOCK_PATIENCE, onWait }, async () => {
    const hash = await sourcesHash(ROOT);
    if (builtFrom() === hash) await step('App', async () => ({ value: undefined, note: 'built already' }));
    else await build(hash);
    usersOfBuild().join();
  });
};

/** Says that this process serves the build no longer. */
export const leaveBuild = (): void => usersOfBuild().leave();
