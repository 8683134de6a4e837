import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readableStack } from './stack';

let folder: string;
let piece: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'guichet-stack-'));
  await mkdir(join(folder, '.next/server'), { recursive: true });
  piece = join(folder, '.next/server/piece.js');
  // The tenth column of the first line comes from the third line, fifth column, of the source.
  const map = {
    version: 3,
    sources: [join(process.cwd(), 'server/tickets/open.ts')],
    names: [],
    mappings: 'AAAA,SAEI',
  };
  await writeFile(`${piece}.map`, JSON.stringify(map));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

it('names the sources of what the build made', () => {
  const stack = `Error: no\n    at m (${piece}:1:12)\n    at async ${piece}:1:12`;
  expect(readableStack(stack)).toBe(
    'Error: no\n    at m (server/tickets/open.ts:3:5)\n    at async server/tickets/open.ts:3:5',
  );
});

it.each([
  'at file (/srv/guichet/server/kernel/log.ts:3:5)',
  'at piece (/srv/guichet/.next/server/without-map.js:1:12)',
  'at process.processTicksAndRejections (node:internal/process/task_queues:105:5)',
])('leaves alone what it knows nothing of: %s', (line) => {
  expect(readableStack(line)).toBe(line);
});
