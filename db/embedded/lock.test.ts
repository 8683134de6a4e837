import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { withLock } from './lock';
import { markOf, writeMark } from './process-mark';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'guichet-lock-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const lock = () => join(folder, 'lock');
const impatient = { patience: 200 };

it('lets one in at a time', async () => {
  let inside = 0;
  let most = 0;
  const work = async () => {
    inside += 1;
    most = Math.max(most, inside);
    await pause(5);
    inside -= 1;
  };
  await Promise.all(Array.from({ length: 5 }, () => withLock(lock(), { patience: 5_000 }, work)));
  expect(most).toBe(1);
  expect(readdirSync(folder)).toEqual([]);
});

it('is given back when the work fails', async () => {
  await expect(withLock(lock(), impatient, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  expect(await withLock(lock(), impatient, async () => 'in')).toBe('in');
});

it.each([
  ['a process that is gone', '999999 1\n'],
  ['a former process with the number of a living one', writeMark({ ...markOf(), startedAt: '1' })],
  ['a file cut short', '12'],
])('is taken over from %s', async (_case, left) => {
  writeFileSync(lock(), left);
  expect(await withLock(lock(), impatient, async () => 'in')).toBe('in');
});

it('names the holder when patience ends', async () => {
  const waited: number[] = [];
  await withLock(lock(), impatient, async () => {
    const second = withLock(lock(), { patience: 50, onWait: (pid) => waited.push(pid) }, async () => undefined);
    await expect(second).rejects.toThrow(`Process ${process.pid} holds`);
  });
  expect(waited).toEqual([process.pid]);
});
