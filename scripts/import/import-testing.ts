import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { checkContent } from '@/server/kernel/content/check';
import { importMarkdown } from './import-markdown';
import type { ImportReport, ImportSettings } from './settings';

export let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'guichet-import-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

export const write = async (root: string, files: Readonly<Record<string, string>>): Promise<void> => {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, root, path)), { recursive: true });
    await writeFile(join(folder, root, path), text);
  }
};

export const run = (
  files: Readonly<Record<string, string>>,
  settings: Partial<ImportSettings> = {},
): Promise<ImportReport> =>
  write('source/docs', files).then(() =>
    importMarkdown({
      ...{ source: join(folder, 'source/docs'), content: join(folder, 'content'), locale: 'fr', collection: 'guide' },
      ...{ today: '2026-11-20', author: 'L’équipe', audience: 'public', ...settings },
    }),
  );

export const read = (path: string): Promise<string> => readFile(join(folder, 'content', path), 'utf8');
export const article = (slug: string): Promise<string> => read(`fr/articles/guide/${slug}.mdx`);
export const losses = ({ losses: all }: ImportReport): string[] =>
  all.map(({ file, line, what, why }) => `${file}:${line}: ${what}: ${why}`);

/** The body of the one article that comes of a page. */
export const body = async (text: string, files: Readonly<Record<string, string>> = {}): Promise<string> => {
  await run({
    'page.md': `# Titre\n\nUne première phrase, assez courte pour devenir le chapeau.\n\n${text}\n`,
    ...files,
  });
  return (await article('page')).replace(/^---[\s\S]*?---\n\n/, '').trim();
};

/** All files of the content folder with their text. */
export const everything = async (): Promise<Record<string, string>> => {
  const names = await readdir(join(folder, 'content'), { recursive: true, withFileTypes: true }).catch(() => []);
  const files = names.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(
    await Promise.all(files.sort().map(async (file) => [file, await readFile(file, 'utf8')] as const)),
  );
};

/** What the content check says of the result, translations aside. */
export const mistakes = async (): Promise<string[]> =>
  (await checkContent(join(folder, 'content')))
    .map(({ path, line, message }) => `${path}:${line}: ${message}`)
    .filter((text) => !/translation|unused/.test(text));

export const PNG = 'not really a picture';
