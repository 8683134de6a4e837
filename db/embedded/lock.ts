import { linkSync, readFileSync, rmSync, statSync, unlinkSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { markOf, readMark, stillRuns, writeMark } from './process-mark';
import { EmbeddedRefusal, errorCode } from './refusal';

/** How the wait for a lock behaves; times in milliseconds. */
export type LockPatience = { patience: number; onWait?: (holderPid: number) => void };

const readOrEmpty = (path: string): string => {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return '';
    throw error;
  }
};

const linked = (from: string, to: string): boolean => {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  }
};

const removeIfOld = (path: string): void => {
  try {
    if (Date.now() - statSync(path).mtimeMs > 10_000) unlinkSync(path);
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error;
  }
};

/** Takes a dead holder's lock away. Two processes may see it dead at once, so the check and the removal are guarded in turn. */
const breakStale = (path: string): void => {
  const guard = `${path}.break`;
  try {
    writeFileSync(guard, '', { flag: 'wx' });
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error;
    removeIfOld(guard);
    return;
  }
  try {
    const holder = readMark(readOrEmpty(path));
    if (!holder || !stillRuns(holder)) rmSync(path, { force: true });
  } finally {
    rmSync(guard, { force: true });
  }
};

const acquire = async (path: string, { patience, onWait }: LockPatience): Promise<() => void> => {
  const own = `${path}.${process.pid}.${Math.random().toString(36).slice(2)}`;
  // Written aside and linked into place: the lock never exists without the name of its holder inside.
  writeFileSync(own, writeMark(markOf()), { mode: 0o600 });
  const until = Date.now() + patience;
  let told = false;
  try {
    while (!linked(own, path)) {
      const holder = readMark(readOrEmpty(path));
      if (!holder || !stillRuns(holder)) {
        breakStale(path);
        continue;
      }
      if (Date.now() > until)
        throw new EmbeddedRefusal(`Process ${holder.pid} holds ${path}; stop it, then start again.`);
      if (!told) onWait?.(holder.pid);
      told = true;
      await pause(100);
    }
  } finally {
    rmSync(own, { force: true });
  }
  return () => rmSync(path, { force: true });
};

/**
 * Runs `work` while holding the lock file `path`; other processes wait for their turn. A lock left behind by a killed
 * process is taken over. Throws an EmbeddedRefusal when a living holder keeps it longer than `patience` milliseconds.
 */
export const withLock = async <T>(path: string, wait: LockPatience, work: () => Promise<T>): Promise<T> => {
  const release = await acquire(path, wait);
  try {
    return await work();
  } finally {
    release();
  }
};
