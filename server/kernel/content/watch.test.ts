import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { article, bodyOf, collections, everyEntry, media, mediaFile } from '../content';
import { contentIsCurrent } from './currency';
import type { Problem } from './snapshot';
import { type ContentWatch, watchContent } from './watch';

const PATH = 'fr/articles/adherents/importer.mdx';
const front = (title: string) =>
  `---\nkey: import\ntitle: ${title}\nlead: Chapeau\nsection: debut\norder: 10\nauthor: Inès\npublishedOn: 2026-01-10\nchangedOn: 2026-02-10\nreviewedOn: 2026-03-10\n---\n\n`;

let root = '';
let watch: ContentWatch | undefined;
const told: string[][] = [];
let problems: readonly Problem[] = [];
const publish = async (text: string) => {
  const before = told.length;
  await writeFile(join(root, 'content', PATH), text);
  await vi.waitFor(() => expect(told.length).toBeGreaterThan(before), { timeout: 90_000 });
};
const current: boolean[] = [];
const read = async () => (await article('fr', 'adherents', 'importer'))?.title;

beforeAll(async () => {
  // In a hidden folder, as the data of a program often is.
  root = await mkdtemp(join(tmpdir(), '.content-watch-'));
  await cp('server/kernel/content/fixtures/content', join(root, 'content'), { recursive: true });
  vi.stubEnv('CONTENT_DIR', join(root, 'content'));
  vi.stubEnv('GUICHET_DATA_DIR', join(root, 'data'));
  const starting = watchContent({
    onChange: (tags) => void told.push([...tags]),
    onCurrent: () => void current.push(contentIsCurrent(), told.length === 0),
    onProblems: (found) => {
      problems = found;
    },
    onError: (error) => {
      throw error;
    },
  });
  current.push(contentIsCurrent());
  watch = await starting;
}, 60_000);

afterAll(async () => {
  await watch?.close();
  vi.unstubAllEnvs();
  await rm(root, { recursive: true, force: true });
});

it('publishes what is there at the start, and tells of every list', async () => {
  expect(collections('fr').map((collection) => collection.title)).toEqual(['Adhérents']);
  expect(media('/media/view.svg')).toMatchObject({ width: 120, height: 72 });
  expect(mediaFile('/media/../fr/articles/adherents/importer.mdx')).toBeNull();
  expect(told[0]).toContain('content:fr:article:import');
  expect(told[0]).toContain('content:en:releaseNote');
});

it('says that content is behind until it is published, and then that it is not, before anybody asks pages anew', () => {
  expect(current).toEqual([false, true, true]);
});

it('makes a change live and tells whom it concerns', { timeout: 180_000 }, async () => {
  await publish(`${front('Un titre changé')}Texte nouveau.`);
  await vi.waitFor(async () => expect(await read()).toBe('Un titre changé'));
  expect(told.at(-1)).toEqual([
    'content',
    // The article stands in for its missing translation there.
    'content:en:collection:members',
    'content:fr:article',
    'content:fr:article:import',
    'content:fr:collection:members',
  ]);
  const [entry] = everyEntry('fr', 'article');
  expect(JSON.stringify(entry && (await bodyOf(entry)))).toContain('Texte nouveau');
});

it('keeps the last good version of a broken file, says where it is broken, and publishes others', {
  timeout: 180_000,
}, async () => {
  await writeFile(join(root, 'content', PATH), `${front('Cassé')}<Steps>`);
  await vi.waitFor(() => expect(problems).toHaveLength(1), { timeout: 90_000 });
  expect(problems[0]).toMatchObject({ path: PATH, line: 13, lastGoodKept: true });
  expect(await read()).toBe('Un titre changé');
  await publish(`${front('Réparé')}Texte.`);
  await vi.waitFor(async () => expect(await read()).toBe('Réparé'));
  expect(problems).toEqual([]);
});

it('takes away what is deleted', { timeout: 180_000 }, async () => {
  const before = told.length;
  await rm(join(root, 'content', PATH));
  await vi.waitFor(() => expect(told.length).toBeGreaterThan(before), { timeout: 90_000 });
  await vi.waitFor(async () => expect(await read()).toBeUndefined());
});
