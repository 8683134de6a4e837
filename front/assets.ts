import { type Dirent, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { brotliOf, gzipOf, hashOf } from './representations';

export type Asset = {
  contentType: string;
  plain: Buffer;
  /** Absent where compression gains nothing: fonts, pictures. */
  compressed: { br: Buffer; gzip: Buffer } | undefined;
  hash: string;
  /** Its address changes with its content, so browsers may keep it for good. */
  immutable: boolean;
};

export type Assets = {
  has(path: string): boolean;
  /** Undefined when the file has gone since the start. */
  load(path: string): Promise<Asset | undefined>;
};

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

const COMPRESSIBLE = new Set(['.js', '.css', '.json', '.map', '.txt', '.webmanifest', '.svg']);

type Entry = { file: string; immutable: boolean };

const entriesOf = (folder: string): Dirent[] => {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
};

const walk = (folder: string, prefix: string, immutable: boolean, into: Map<string, Entry>): void => {
  for (const entry of entriesOf(folder).filter(({ name }) => !name.startsWith('.'))) {
    const file = join(folder, entry.name);
    const path = `${prefix}/${encodeURIComponent(entry.name)}`;
    if (entry.isDirectory()) walk(file, path, immutable, into);
    else if (entry.isFile() && TYPES[extname(entry.name)]) into.set(path, { file, immutable });
  }
};

const read = async ({ file, immutable }: Entry): Promise<Asset> => {
  const plain = await readFile(file);
  const extension = extname(file);
  const compressible = COMPRESSIBLE.has(extension) && plain.length > 200;
  const compressed = compressible
    ? { br: await brotliOf(plain, 'kept'), gzip: await gzipOf(plain, 'kept') }
    : undefined;
  return {
    contentType: TYPES[extension] ?? 'application/octet-stream',
    plain,
    compressed,
    hash: hashOf(plain),
    immutable,
  };
};

/**
 * The files of the build, of former builds and of `public/`, listed once (so no path reaches outside them), read and compressed when
 * first asked for and kept in memory: together they are a few megabytes, bounded by the build.
 */
export const openAssets = (root: string, formerBuilds: string): Assets => {
  const entries = new Map<string, Entry>();
  walk(formerBuilds, '/_next/static', true, entries);
  walk(join(root, 'public'), '', false, entries);
  walk(join(root, '.next/static'), '/_next/static', true, entries);
  const loaded = new Map<string, Promise<Asset>>();
  return {
    has: (path) => entries.has(path),
    async load(path) {
      const entry = entries.get(path);
      if (!entry) return undefined;
      const asset = loaded.get(path) ?? read(entry);
      loaded.set(path, asset);
      try {
        return await asset;
      } catch {
        loaded.delete(path);
        return undefined;
      }
    },
  };
};
