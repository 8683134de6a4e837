import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { StyleNeeds } from './lighten';
import type { Format } from './reading-paths';

/** What a kept page is made again from: its lightened body, compressed, and what goes with it. */
export type PageRecord = {
  path: string;
  format: Format;
  contentType: string;
  /** Headers of Next's answer that stay, as a flat list: font hints, CORS. */
  headers: readonly string[];
  styles: StyleNeeds;
  /** The documents it is made of, where it named them. */
  depends?: readonly string[];
  /** Of the body without fragments. */
  hash: string;
  /** The names of the fragments it includes. */
  places: readonly string[];
  /** The page says itself that some readers are shown more. */
  more: boolean;
  buildId: string;
  /** The process that wrote it and the order in which it did, so that it is known to be current or only good. */
  bootId: string;
  sequence: number;
  br: Buffer;
};

export type PageFiles = {
  load(path: string): Promise<PageRecord | undefined>;
  /** Whether it is kept now. */
  save(record: PageRecord): Promise<boolean>;
  remove(path: string): Promise<void>;
};

const fileName = (path: string): string => `${createHash('sha256').update(path).digest('hex').slice(0, 40)}.page`;

const decode = (content: Buffer): PageRecord | undefined => {
  const end = content.indexOf(10);
  if (end === -1) return undefined;
  const { bytes, ...head } = JSON.parse(content.subarray(0, end).toString()) as Omit<PageRecord, 'br'> & {
    bytes: number;
  };
  const br = content.subarray(end + 1);
  // A torn file (full disk, power cut) is as good as none, and so is one of an earlier layout.
  return br.length === bytes && head.places ? { ...head, br } : undefined;
};

/** Named one by one: what a page grows in memory must not grow its file. */
const encode = (record: PageRecord): Buffer => {
  const { path, format, contentType, headers, styles, depends, hash, places, more } = record;
  const { buildId, bootId, sequence, br } = record;
  const origin = { buildId, bootId, sequence, bytes: br.length };
  const head = { path, format, contentType, headers, styles, depends, hash, places, more, ...origin };
  return Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), br]);
};

/** Keeps the newest `limit` files, so that a folder that lived long does not grow without end. */
const prune = async (folder: string, limit: number): Promise<void> => {
  const names = await readdir(folder);
  for (const name of names.filter((candidate) => candidate.endsWith('.tmp'))) await rm(join(folder, name));
  const pages = names.filter((name) => name.endsWith('.page'));
  if (pages.length <= limit) return;
  const dated = await Promise.all(pages.map(async (name) => ({ name, at: (await stat(join(folder, name))).mtimeMs })));
  dated.sort((a, b) => b.at - a.at);
  for (const { name } of dated.slice(limit)) await rm(join(folder, name), { force: true });
};

/**
 * Pages kept in a folder, one file a path, replaced in one step. A folder that cannot be written to costs persistence,
 * never an answer: `save` and `remove` report through `onError`.
 */
export const openPageFiles = async (
  folder: string,
  { limit = 20_000, onError }: { limit?: number; onError: (error: unknown) => void },
): Promise<PageFiles> => {
  try {
    await mkdir(folder, { recursive: true });
    await prune(folder, limit);
  } catch (error) {
    onError(error);
  }
  return {
    async load(path) {
      try {
        const record = decode(await readFile(join(folder, fileName(path))));
        return record?.path === path ? record : undefined;
      } catch {
        return undefined;
      }
    },
    async save(record) {
      const target = join(folder, fileName(record.path));
      const draft = `${target}.${randomUUID()}.tmp`;
      try {
        await writeFile(draft, encode(record), { mode: 0o600 });
        await rename(draft, target);
        return true;
      } catch (error) {
        await rm(draft, { force: true }).catch(() => undefined);
        onError(error);
        return false;
      }
    },
    async remove(path) {
      await rm(join(folder, fileName(path)), { force: true }).catch(onError);
    },
  };
};
