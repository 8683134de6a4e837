import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** A file as it shall be; `null` takes it away. Paths are below the content folder. */
export type Change = { path: string; content: string | Uint8Array | null };

/** The content of a file, or null when it is not there. */
export const contentOf = (folder: string, path: string): Promise<Buffer | null> =>
  readFile(join(folder, path)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });

/**
 * Makes all changes or none: everything is written beside the content first and only then moved into its place; should
 * a move fail, those before it are undone. Rejects with what failed.
 */
export const applyChanges = async (folder: string, changes: readonly Change[]): Promise<void> => {
  const staging = join(folder, `.import-${randomUUID()}`);
  const undo: (() => Promise<void>)[] = [];
  try {
    await mkdir(join(staging, 'new'), { recursive: true });
    await mkdir(join(staging, 'old'), { recursive: true });
    for (const [at, { content }] of changes.entries()) {
      if (content !== null) await writeFile(join(staging, 'new', String(at)), content);
    }
    for (const [at, { path, content }] of changes.entries()) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      const old = join(staging, 'old', String(at));
      const was = await rename(join(folder, path), old).then(() => true, notThere);
      undo.push(async () => {
        if (content !== null) await rm(join(folder, path), { force: true });
        if (was) await rename(old, join(folder, path));
      });
      if (content !== null) await rename(join(staging, 'new', String(at)), join(folder, path));
    }
  } catch (error) {
    for (const step of undo.reverse()) await step();
    throw error;
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
};

const notThere = (error: NodeJS.ErrnoException): false => {
  if (error.code === 'ENOENT') return false;
  throw error;
};
