import { readFile, realpath, stat } from 'node:fs/promises';
import { basename, dirname, extname, join, posix, resolve } from 'node:path';
import glob from 'fast-glob';
import { parse } from 'yaml';
import type { Losses } from './losses';
import { navigationOf } from './navigation';

/** A page of the source: its path below the folder, its front matter, and its body with the line it begins on. */
export type SourcePage = {
  path: string;
  front: Readonly<Record<string, unknown>>;
  body: string;
  firstLine: number;
  source: string;
};

export type SourceTree = {
  root: string;
  /** In the order of the old site's navigation, then by number and name. */
  pages: readonly SourcePage[];
  /** Titles of folders, by path below the root. */
  folders: ReadonlyMap<string, string>;
  /** A file that pages name, as an absolute path, if it is inside what may be read. */
  fileOf(path: string): Promise<string | null>;
  /** A partial page or include by its path below the root. */
  partial(path: string): Promise<string | null>;
};

const PAGES = ['**/*.{md,mdx,markdown}'];
const NO_PAGES = ['**/node_modules/**', '**/_*.{md,mdx}', '**/_*/**', '**/SUMMARY.md', '**/.*/**', '**/_category_.*'];

const INDEX = /(?:^|\/)(?:index|readme)\.(?:md|mdx|markdown)$/i;

/** Whether a page stands for its folder. */
export const isIndex = (path: string): boolean => INDEX.test(path);

const readFront = (path: string, source: string, losses: Losses): Omit<SourcePage, 'path' | 'source'> => {
  const found = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/.exec(source);
  if (!found) {
    if (/^\+\+\+\r?\n/.test(source)) losses.add(path, 1, '+++', 'front matter in TOML is not read');
    return {
      front: {},
      body: source.replace(/^\uFEFF/, '').replace(/^\+\+\+\r?\n[\s\S]*?\r?\n\+\+\+\r?\n/, ''),
      firstLine: 1,
    };
  }
  const lines = found[0].split('\n').length - 1;
  const rest = { body: source.slice(found[0].length), firstLine: lines + 1 };
  try {
    const front: unknown = parse(found[1] ?? '');
    return { front: typeof front === 'object' && front !== null ? (front as Record<string, unknown>) : {}, ...rest };
  } catch {
    losses.add(path, 1, 'front matter', 'is no valid YAML and is not read');
    return { front: {}, ...rest };
  }
};

/** A name of a file or folder without the number that only orders it; versions (`3-0`) and days stay whole, as with Docusaurus. */
export const withoutNumber = (name: string): string =>
  /^\d+[-_.]\d/.test(name) ? name : name.replace(/^\d+\s*[-_.)]\s*(?=\S)/, '') || name;

/** A name of a file or folder as words. */
export const inWords = (name: string): string => {
  const text = withoutNumber(name).replace(/[-_]+/g, ' ').trim();
  return text.charAt(0).toUpperCase() + text.slice(1);
};

const headingOf = (body: string): string | undefined =>
  /^#\s+(.+?)\s*#*\s*$/m.exec(body.replace(/^(`{3,}|~{3,})[\s\S]*?^\1/gm, ''))?.[1]?.replace(/\s*\{#.*\}$/, '');

/** The title that front matter or the first heading gives a page. */
export const titleOf = ({ front, body }: Pick<SourcePage, 'front' | 'body'>): string | undefined => {
  const given = front.title ?? front.sidebar_label;
  return typeof given === 'string' || typeof given === 'number' ? String(given) : headingOf(body);
};

const readText = (file: string): Promise<string | null> => readFile(file, 'utf8').catch(() => null);

async function folderTitles(root: string, pages: readonly SourcePage[], losses: Losses): Promise<Map<string, string>> {
  const titles = new Map<string, string>();
  for (const page of pages) {
    const title = isIndex(page.path) ? titleOf(page) : undefined;
    if (title) titles.set(posix.dirname(page.path), title);
  }
  for (const path of await glob(['**/_category_.{json,yml,yaml}', '**/.pages'], {
    cwd: root,
    dot: true,
    ignore: ['**/node_modules/**'],
  })) {
    try {
      const { label, title } = parse((await readText(join(root, path))) ?? '') as { label?: string; title?: string };
      if (label ?? title) titles.set(posix.dirname(path), String(label ?? title));
    } catch {
      losses.add(path, 1, basename(path), 'cannot be read');
    }
  }
  return titles;
}

const positionOf = (page: SourcePage): number => {
  const position = Number(page.front.sidebar_position ?? page.front.order ?? page.front.nav_order ?? Number.NaN);
  return Number.isFinite(position) ? position : Number.POSITIVE_INFINITY;
};

const sortKey = (path: string): string =>
  path
    .split('/')
    .map((part) => part.replace(/^\d+/, (digits) => digits.padStart(8, '0')))
    .join('/');

const inOrder = (pages: readonly SourcePage[], navigation: readonly string[]): SourcePage[] => {
  const places = new Map(navigation.map((path, at) => [path, at]));
  const place = ({ path }: SourcePage) => places.get(path) ?? Number.POSITIVE_INFINITY;
  const compare = (a: number, b: number) => (a === b ? 0 : a < b ? -1 : 1);
  return [...pages].sort(
    (a, b) =>
      compare(place(a), place(b)) ||
      (posix.dirname(a.path) === posix.dirname(b.path)
        ? Number(isIndex(b.path)) - Number(isIndex(a.path)) || compare(positionOf(a), positionOf(b))
        : 0) ||
      (sortKey(a.path) < sortKey(b.path) ? -1 : 1),
  );
};

/** Folders beside the pages from which site generators serve files. */
const STATIC = ['static', 'public', '.gitbook/assets', 'assets'];

/**
 * Reads a tree of Markdown: pages, folder titles, order. Rejects when the folder does not exist or holds no page.
 * Files are only given out of the folder itself and of the `static` folders of the site around it.
 */
export const readTree = async (folder: string, losses: Losses): Promise<SourceTree> => {
  const root = await realpath(resolve(folder));
  const paths = (await glob(PAGES, { cwd: root, ignore: NO_PAGES, caseSensitiveMatch: false })).sort();
  const pages = await Promise.all(
    paths.map(async (path): Promise<SourcePage> => {
      const source = await readFile(join(root, path), 'utf8');
      return { path, source, ...readFront(path, source, losses) };
    }),
  );
  const bases = [
    root,
    ...[root, dirname(root), join(dirname(root), 'website')].flatMap((base) => STATIC.map((name) => join(base, name))),
  ];
  const allowed = await Promise.all(bases.map((base) => realpath(base).catch(() => null)));
  const inside = (file: string): boolean => allowed.some((base) => base !== null && file.startsWith(`${base}/`));
  const existing = async (file: string): Promise<string | null> => {
    const real = await realpath(file).catch(() => null);
    return real && inside(real) && (await stat(real)).isFile() ? real : null;
  };
  return {
    root,
    pages: inOrder(pages, await navigationOf(root, paths)),
    folders: await folderTitles(root, pages, losses),
    async fileOf(path) {
      for (const base of bases) {
        const found = await existing(join(base, path));
        if (found) return found;
      }
      return null;
    },
    async partial(path) {
      const tries = extname(path) ? [path] : [`${path}.md`, `${path}.mdx`];
      for (const each of tries) {
        const found = await existing(join(root, each));
        if (found) return readText(found);
      }
      return null;
    },
  };
};
