import { readFile } from 'node:fs/promises';
import { dirname, join, posix } from 'node:path';
import { parse } from 'yaml';

/** Where site generators keep their order, nearest first. */
const PLACES = (root: string): readonly string[] => [root, dirname(root), join(dirname(root), 'website')];

const FILES = ['SUMMARY.md', 'mkdocs.yml', 'sidebars.json', 'sidebars.js', 'sidebars.ts'] as const;

const clean = (path: string): string => decodeURI(path.split('#')[0] ?? '').replace(/^\.?\//, '');

const READERS: Readonly<Record<(typeof FILES)[number], (text: string) => string[]>> = {
  'SUMMARY.md': (text) =>
    [...text.matchAll(/\]\(<?([^)>\s]+)>?(?:\s+"[^"]*")?\)/g)].map(([, path = '']) => clean(path)),
  'mkdocs.yml': (text) => leaves((parse(withoutTags(text), { logLevel: 'silent' }) as { nav?: unknown } | null)?.nav),
  'sidebars.json': (text) => leaves(parse(text)),
  // Never run: the strings of a sidebar's program are enough to know its order.
  'sidebars.js': (text) => strings(text),
  'sidebars.ts': (text) => strings(text),
};

const withoutTags = (text: string): string => text.replace(/!!?[\w/.:-]+/g, '').replace(/!ENV/g, '');

const strings = (text: string): string[] =>
  [...text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '').matchAll(/(['"`])((?:(?!\1)[^\\\n])+)\1/g)].map(
    ([, , value = '']) => clean(value),
  );

const leaves = (node: unknown): string[] => {
  if (typeof node === 'string') return [clean(node)];
  if (Array.isArray(node)) return node.flatMap(leaves);
  return typeof node === 'object' && node !== null ? Object.values(node).flatMap(leaves) : [];
};

/** The pages that a name of the navigation may mean. */
const candidates = (name: string): string[] => [
  name,
  `${name}.md`,
  `${name}.mdx`,
  ...['index.md', 'index.mdx', 'README.md'].map((index) => posix.join(name, index)),
];

/** The pages in the order of the old site's navigation (`SUMMARY.md`, `mkdocs.yml`, `sidebars.*`); empty without one. */
export const navigationOf = async (root: string, pages: readonly string[]): Promise<string[]> => {
  const known = new Set(pages);
  for (const place of PLACES(root)) {
    for (const file of FILES) {
      const text = await readFile(join(place, file), 'utf8').catch(() => null);
      if (text === null) continue;
      const found = namesIn(file, text).flatMap((name) => candidates(name).find((path) => known.has(path)) ?? []);
      if (found.length > 0) return [...new Set(found)];
    }
  }
  return [];
};

const namesIn = (file: (typeof FILES)[number], text: string): string[] => {
  try {
    return READERS[file](text);
  } catch {
    return [];
  }
};
