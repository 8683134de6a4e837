import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { sourcesHash } from './sources';

let root = '';
const write = (file: string, text: string) => writeFileSync(join(root, file), text);

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'guichet-sources-'));
  for (const folder of ['app', 'content', 'scripts', 'server']) mkdirSync(join(root, folder));
  write('app/page.tsx', 'one');
  write('package-lock.json', '{}');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const hash = (settings: Record<string, string> = {}) => sourcesHash(root, { NODE_ENV: 'test', ...settings });

it('stays the same as long as nothing of the app changes', async () => {
  const before = await hash();
  write('content/article.mdx', 'read at run time');
  write('scripts/start.ts', 'not built');
  write('app/page.test.tsx', 'not built');
  expect(await hash({ PORT: '4000' })).toBe(before);
});

it.each([
  ['a changed file', () => write('app/page.tsx', 'two')],
  ['a new file', () => write('server/root.ts', '')],
  ['a renamed file', () => renameSync(join(root, 'app/page.tsx'), join(root, 'app/other.tsx'))],
  ['other packages', () => write('package-lock.json', '{"lockfileVersion": 3}')],
])('changes with %s', async (_case, change) => {
  const before = await hash();
  change();
  expect(await hash()).not.toBe(before);
});

it('changes with a setting that is built in', async () => {
  expect(await hash({ NEXT_PUBLIC_NAME: 'x' })).not.toBe(await hash());
});
