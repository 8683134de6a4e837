import { join } from 'node:path';
import { contentFolder } from './folders';
import { ANONYMOUS, type Audiences } from './reading';
import type { MediaEntry } from './snapshot';
import { currentStore } from './store';

/** Size and address of a file under `/media/`, or null when there is no such file. */
export const media = (path: string): MediaEntry | null => {
  const { media: files } = currentStore();
  return Object.hasOwn(files, path) ? (files[path] ?? null) : null;
};

/** The file behind a `/media/` path, or null when content has none of that name that this reader may have. */
export const mediaFile = (
  path: string,
  audiences: Audiences = ANONYMOUS,
): { file: string; entry: MediaEntry } | null => {
  const entry = media(path);
  return entry && audiences.includes(entry.audience) ? { file: join(contentFolder(), path), entry } : null;
};
