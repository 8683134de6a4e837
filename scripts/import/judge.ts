import { type Change, contentOf } from './changes';
import { hash } from './manifest';
import type { Outcome } from './settings';

/** What is to become of a file; `change` where it is to be written. */
export type Judged = { outcome: Outcome; change?: Change };

type Wish = {
  path: string;
  content: string | Uint8Array;
  /** Hash of what an earlier run wrote there. */
  written: string | undefined;
  force: boolean;
};

/** Whether a file is written: not where it is the same, nor where someone edited it here, unless `force`. */
export const judge = async (folder: string, { path, content, written, force }: Wish): Promise<Judged> => {
  const present = await contentOf(folder, path);
  if (present === null) return { outcome: 'created', change: { path, content } };
  if (hash(present) === hash(content)) return { outcome: 'unchanged' };
  if (written === hash(present) || force) return { outcome: 'updated', change: { path, content } };
  return { outcome: 'kept' };
};
