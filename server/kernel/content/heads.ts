import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import glob from 'fast-glob';
import { contentFolder, outputFolder } from './folders';
import { hashOf } from './hash';
import { replaceFile } from './texts';

/** `stamp` tells whether the file is still the one whose front matter has this hash. */
type Head = { stamp: string; hash: string };

export type Heads = {
  /** Whether no file came, went or changed its front matter since what was generated last. */
  same: boolean;
  /** Keeps them for the next run, once they were generated from. */
  save(): Promise<void>;
};

/**
 * The front matter of all content files, read again where a file changed. Contentlayer reads nothing else of them, and takes seconds for
 * thousands of files whatever has changed: an edit of a text need not wait for it. `readers` names the code that reads.
 */
export const readHeads = async (readers: string): Promise<Heads> => {
  const file = join(outputFolder(), 'heads.json');
  const before = await readKept(file, readers);
  const found = await glob('{fr,en}/**/*.{md,mdx,yml}', { cwd: contentFolder(), stats: true });
  const heads: Record<string, Head> = {};
  for (const { path, stats } of found) {
    const stamp = `${stats?.mtimeMs}:${stats?.size}`;
    const known = before?.[path];
    heads[path] = known?.stamp === stamp ? known : { stamp, hash: await hashOfHead(path) };
  }
  const generated = existsSync(join(outputFolder(), '.contentlayer', 'generated'));
  const paths = Object.keys(heads);
  const same =
    generated &&
    before !== null &&
    paths.length === Object.keys(before).length &&
    paths.every((path) => before[path]?.hash === heads[path]?.hash);
  return { same, save: () => replaceFile(file, JSON.stringify({ readers, heads })) };
};

const FRONT_MATTER = /^---\r?\n[\s\S]*?\r?\n---[ \t]*(?:\r?\n|$)/;

async function hashOfHead(path: string): Promise<string> {
  const source = await readFile(join(contentFolder(), path), 'utf8');
  // A file that is all data, and one whose front matter is not found, counts as a whole.
  return hashOf(FRONT_MATTER.exec(source)?.[0] ?? source);
}

async function readKept(file: string, readers: string): Promise<Readonly<Record<string, Head>> | null> {
  try {
    const kept = JSON.parse(await readFile(file, 'utf8')) as { readers: string; heads: Record<string, Head> };
    return kept.readers === readers ? kept.heads : null;
  } catch {
    return null;
  }
}
