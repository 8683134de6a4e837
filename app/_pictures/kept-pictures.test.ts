import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { keptPicture } from './kept-pictures';

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'guichet-pictures-'));
  vi.stubEnv('GUICHET_DATA_DIR', folder);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true, force: true });
});

describe('a picture', () => {
  it('is drawn once for all who ask at a time, and read from the disk later', async () => {
    const draw = vi.fn(async () => Buffer.from('picture'));
    const answers = await Promise.all([1, 2, 3].map(() => keptPicture('a', draw)));
    answers.push(await keptPicture('a', draw));
    expect(answers.map(String)).toEqual(['picture', 'picture', 'picture', 'picture']);
    expect(draw).toHaveBeenCalledTimes(1);
    expect(await readdir(join(folder, 'pictures'))).toEqual(['a.png']);
  });

  it('is drawn after the one before, even where that failed, and a failure is not kept', async () => {
    const failing = keptPicture('a', () => Promise.reject(new Error('no')));
    const next = keptPicture('b', async () => Buffer.from('b'));
    await expect(failing).rejects.toThrow('no');
    expect(String(await next)).toBe('b');
    expect(String(await keptPicture('a', async () => Buffer.from('a')))).toBe('a');
  });
});
