import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { readHeads } from './heads';

let root = '';
const ARTICLE = 'fr/articles/adherents/importer.mdx';
const COLLECTION = 'fr/articles/adherents/_collection.yml';

const write = async (path: string, text: string): Promise<void> => {
  const file = join(root, 'content', path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
};

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'content-heads-'));
  vi.stubEnv('CONTENT_DIR', join(root, 'content'));
  vi.stubEnv('GUICHET_DATA_DIR', join(root, 'data'));
  await mkdir(join(root, 'data/content/.contentlayer/generated'), { recursive: true });
  await write(ARTICLE, '---\ntitle: Importer\n---\n\nTexte.\n');
  await write(COLLECTION, 'title: Adhérents\n');
  const heads = await readHeads('one');
  expect(heads.same).toBe(false);
  await heads.save();
});

afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(root, { recursive: true, force: true });
});

it('are the same when only a text changed', async () => {
  expect((await readHeads('one')).same).toBe(true);
  await write(ARTICLE, '---\ntitle: Importer\n---\n\nUn autre texte, avec une ligne :\n\n---\n\nplus longue.\n');
  expect((await readHeads('one')).same).toBe(true);
});

it.each([
  ['a title', ARTICLE, '---\ntitle: Importer vos adhérents\n---\n\nTexte.\n'],
  ['front matter that is gone', ARTICLE, 'Texte.\n'],
  ['front matter that does not end', ARTICLE, '---\ntitle: Importer\n\nTexte.\n'],
  ['a file of data', COLLECTION, 'title: Membres\n'],
  ['a new file', 'en/articles/members/import.mdx', '---\ntitle: Import\n---\n'],
])('are others with %s', async (_, path, text) => {
  await write(path, text);
  expect((await readHeads('one')).same).toBe(false);
});

it('are others when a file is gone, the code that reads has changed, or nothing was generated', async () => {
  expect((await readHeads('two')).same).toBe(false);
  await rm(join(root, 'data/content/.contentlayer'), { recursive: true });
  expect((await readHeads('one')).same).toBe(false);
  await mkdir(join(root, 'data/content/.contentlayer/generated'), { recursive: true });
  await rm(join(root, 'content', ARTICLE));
  expect((await readHeads('one')).same).toBe(false);
});
