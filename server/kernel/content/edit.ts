import { readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { contentFolder } from './folders';

/** What became of an edit: written; not, since the file has not what was to be changed; or the folder cannot be written to. */
type EditOutcome = 'written' | 'unfit' | 'readOnly';

/**
 * Changes the text of a content file, all of it or nothing: the new text takes the place of the old one in one step, and
 * what stands beside is not touched. `edit` answers the new text, or null where it cannot be made of this one.
 */
export const editSource = async (path: string, edit: (source: string) => string | null): Promise<EditOutcome> => {
  const file = join(contentFolder(), path);
  const source = await readFile(file, 'utf8').catch(() => null);
  const text = source === null ? null : edit(source);
  if (text === null) return 'unfit';
  if (text === source) return 'written';
  // Watchers pass over names that begin with a dot.
  const draft = join(dirname(file), `.${basename(file)}.${process.pid}.draft`);
  try {
    await writeFile(draft, text, { mode: (await stat(file)).mode });
    await rename(draft, file);
    return 'written';
  } catch (error) {
    await rm(draft, { force: true }).catch(() => undefined);
    if (['EACCES', 'EROFS', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '')) return 'readOnly';
    throw error;
  }
};
