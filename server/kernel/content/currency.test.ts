import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { isComing, whileBuilding } from './currency';

let root = '';

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'content-currency-'));
  await cp('server/kernel/content/fixtures/content', root, { recursive: true });
  await writeFile(join(root, 'fr/articles/adherents/interne.mdx'), '---\ntitle: Interne\naudience: agents\n---\n');
  vi.stubEnv('CONTENT_DIR', root);
});

afterAll(async () => {
  vi.unstubAllEnvs();
  await rm(root, { recursive: true, force: true });
});

it.each([
  ['an article', '/fr/help/adherents/importer', true],
  ['one that is not there', '/fr/help/adherents/autre', false],
  ['one that will be restricted', '/fr/help/adherents/interne', false],
  ['a way out of the folder', '/fr/help/../../package', false],
  ['another page', '/fr/status', false],
])('knows of %s whether it is being published', async (_, path, coming) => {
  expect(await isComing(path)).toBe(false);
  await whileBuilding(async () => expect(await isComing(path)).toBe(coming));
  expect(await isComing(path)).toBe(false);
});
