import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import glob from 'fast-glob';
import { imageSize } from 'image-size';
import { contentFolder } from './folders';
import { hashOf } from './hash';
import type { MediaEntry } from './snapshot';

/** A file as it lies on disk; who may have it is known once the documents are. */
export type FoundMedia = Omit<MediaEntry, 'audience'>;

/**
 * Lists the files under `content/media` by public path (`/media/…`), with the size of pictures, so that pages reserve
 * their place before they load. Files whose time and length have not changed keep what `known` says of them.
 */
export const listMedia = async (known: Readonly<Record<string, FoundMedia>>): Promise<Record<string, FoundMedia>> => {
  const root = contentFolder();
  const paths = await glob('media/**/*', { cwd: root });
  const entries = await Promise.all(
    paths.sort().map(async (path) => {
      const address = `/${path}`;
      return [address, await entryOf(join(root, path), known[address])] as const;
    }),
  );
  return Object.fromEntries(entries);
};

async function entryOf(file: string, known: FoundMedia | undefined): Promise<FoundMedia> {
  const { mtimeMs: modified, size: bytes } = await stat(file);
  if (known && known.modified === modified && known.bytes === bytes) {
    const { width, height, hash } = known;
    return { width, height, hash, bytes, modified };
  }
  const content = await readFile(file);
  return { ...sizeOf(content), bytes, modified, hash: hashOf(content) };
}

function sizeOf(content: Uint8Array): { width: number | null; height: number | null } {
  try {
    const { width, height } = imageSize(content);
    return { width: Math.round(width), height: Math.round(height) };
  } catch {
    return { width: null, height: null };
  }
}
