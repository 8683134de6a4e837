import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import type { Losses } from './losses';
import { plainName } from './plan';

/** Files of the old site that come along, under the names they will have. */
export type MediaShelf = {
  /** Takes a file, by its absolute path; returns its public path, or undefined when it may not come, which is told. */
  take(file: string, page: string, line: number): Promise<string | undefined>;
  all(): readonly { path: string; content: Uint8Array }[];
};

/** What may be served from `/media`: pictures, films and documents to download. */
const ALLOWED = new Set(
  'avif csv docx gif ics jpeg jpg json mp4 odp ods odt pdf png pptx svg txt webm webp xlsx yaml yml zip'.split(' '),
);

/** A drawing that runs or fetches something. */
const UNSAFE_DRAWING = /<script|<foreignObject|\son\w+\s*=|javascript:|<!ENTITY|<iframe|<embed|<object/i;

const digest = (content: Uint8Array): string => createHash('sha256').update(content).digest('hex');

/** `folder` is where the public paths are found on disk; a name that stands there for something else is not taken. */
export const openShelf = (folder: string, collection: string, losses: Losses): MediaShelf => {
  const taken = new Map<string, string>();
  const names = new Map<string, string>();
  const contents = new Map<string, Uint8Array>();

  const free = async (wish: string, extension: string, hash: string): Promise<string> => {
    for (let number = 1; ; number += 1) {
      const path = `/media/${collection}/${wish}${number > 1 ? `-${number}` : ''}.${extension}`;
      const there = names.get(path) ?? (await readFile(join(folder, path)).then(digest, () => undefined));
      if (there === undefined || there === hash) return path;
    }
  };
  const refuse = (file: string, page: string, line: number, why: string): undefined => {
    losses.add(page, line, `file ${basename(file)}`, why);
  };
  return {
    async take(file, page, line) {
      const known = taken.get(file);
      if (known) return known;
      const extension = extname(file).slice(1).toLowerCase();
      if (!ALLOWED.has(extension)) return refuse(file, page, line, 'files of this kind are not served; left out');
      const content = await readFile(file);
      if (extension === 'svg' && UNSAFE_DRAWING.test(content.toString())) {
        return refuse(file, page, line, 'a drawing that runs or loads something; left out');
      }
      const hash = digest(content);
      const path = await free(plainName(basename(file, extname(file))) || 'file', extension, hash);
      taken.set(file, path);
      names.set(path, hash);
      contents.set(path, content);
      return path;
    },
    all: () => [...contents].map(([path, content]) => ({ path, content })),
  };
};
