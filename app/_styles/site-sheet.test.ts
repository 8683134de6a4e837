import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import fg from 'fast-glob';
import { expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');
const PAGES = 'app/\\[locale\\]/{\\(site\\)/**/{page,layout},not-found}.tsx';

/** What pages to read are made of, by what they import. */
const partsOfSite = async (): Promise<string[]> => {
  const { metafile } = await build({
    entryPoints: await fg(PAGES, { cwd: ROOT }),
    absWorkingDir: ROOT,
    alias: { '@': ROOT },
    outdir: join(ROOT, '.site'),
    ...{ bundle: true, write: false, metafile: true, packages: 'external', format: 'esm', platform: 'node' },
    ...{ jsx: 'automatic', loader: { '.css': 'empty', '.woff2': 'empty' }, logLevel: 'error' },
  });
  return Object.keys(metafile.inputs).filter((file) => /^app\/.*\.tsx?$/.test(file));
};

/** Files that the sheet of these pages is made from. */
const readBySheet = async (): Promise<Set<string>> => {
  const sheet = await readFile(join(ROOT, 'app/site.css'), 'utf8');
  const sources = [...sheet.matchAll(/^@source "\.\/(.+)";$/gm)].map(([, source]) => `app/${source}`);
  // Round brackets stand for themselves in the names that Tailwind reads.
  const patterns = sources.map((source) => source.replace(/[()]/g, '\\$&'));
  return new Set(await fg(patterns, { cwd: ROOT }));
};

it('is made from every component that draws a page to read', async () => {
  const [parts, read] = await Promise.all([partsOfSite(), readBySheet()]);
  expect(parts.length).toBeGreaterThan(100);
  const left: string[] = [];
  for (const part of parts.filter((file) => !read.has(file))) {
    // A component may keep its classes in a table beside it.
    if (/^app\/_components\/|className/.test(part + (await readFile(join(ROOT, part), 'utf8')))) left.push(part);
  }
  expect(left).toEqual([]);
});
