import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locale } from '@/domain/people/locale';

/** What an earlier run brought in: by the page's path in the source, the file it became. */
export type Manifest = {
  pages: Readonly<Record<string, ImportedPage>>;
  /** Hash of every other file written: pictures, the collection. */
  files: Readonly<Record<string, string>>;
};

export type ImportedPage = {
  path: string;
  slug: string;
  source: string;
  written: string;
  publishedOn: string;
  changedOn: string;
};

export const EMPTY_MANIFEST: Manifest = { pages: {}, files: {} };

/** Beside the content, so that whoever has the content can import again; hidden from everything that reads content. */
export const manifestPath = (locale: Locale, collection: string): string => `.imports/${locale}-${collection}.json`;

export const hash = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('hex').slice(0, 24);

/** The manifest of an earlier run, or an empty one. Rejects when it is there and cannot be read: guessing could overwrite. */
export const readManifest = async (folder: string, path: string): Promise<Manifest> => {
  const text = await readFile(join(folder, path), 'utf8').catch(() => null);
  return text === null ? EMPTY_MANIFEST : (JSON.parse(text) as Manifest);
};
