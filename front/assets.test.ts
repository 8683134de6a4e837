import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openAssets } from './assets';
import { keepBuildAssets } from './kept-assets';

let root: string;

const put = async (path: string, content: string): Promise<void> => {
  const file = join(root, path);
  await mkdir(join(file, '..'), { recursive: true });
  await writeFile(file, content);
};

const failing = (error: unknown): never => {
  throw error;
};

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'guichet-assets-'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

describe('assets', () => {
  it('are the files of the build and of public, and nothing else', async () => {
    await put('.next/static/chunks/a.js', 'x'.repeat(500));
    await put('.next/server/secret.js', 'secret');
    await put('public/reading.js', 'y');
    await put('public/.env', 'secret');
    const assets = openAssets(root, join(root, 'none'));
    const script = await assets.load('/_next/static/chunks/a.js');
    expect(script).toMatchObject({ immutable: true, contentType: expect.stringContaining('javascript') });
    expect(script?.compressed?.br.length).toBeLessThan(100);
    expect(await assets.load('/reading.js')).toMatchObject({ immutable: false });
    for (const path of [
      '/.env',
      '/_next/static/../server/secret.js',
      '/../.next/server/secret.js',
      '/',
      '/_next/static',
    ]) {
      expect(assets.has(path)).toBe(false);
      expect(await assets.load(path)).toBeUndefined();
    }
  });

  it('of a former build stay for the pages that were made with them, for a while', async () => {
    const kept = join(root, 'kept');
    await put('.next/static/chunks/old.css', 'old');
    await put('.next/static/chunks/old.js', 'old');
    await keepBuildAssets(join(root, '.next/static'), kept, failing);
    await rm(join(root, '.next/static'), { recursive: true });
    await put('.next/static/chunks/new.css', 'new');
    await keepBuildAssets(join(root, '.next/static'), kept, failing);
    const assets = openAssets(root, kept);
    expect((await assets.load('/_next/static/chunks/old.css'))?.plain.toString()).toBe('old');
    expect(assets.has('/_next/static/chunks/old.js')).toBe(false);
    await utimes(join(kept, 'chunks/old.css'), 0, 0);
    await keepBuildAssets(join(root, '.next/static'), kept, failing);
    expect(openAssets(root, kept).has('/_next/static/chunks/old.css')).toBe(false);
  });
});
