import { copyFile, mkdir, readdir, rm, stat, utimes } from 'node:fs/promises';
import { dirname, extname, join, relative } from 'node:path';

/** What a page needs to look right; scripts are not kept, pages read without them. */
const KEPT = new Set(['.css', '.woff2']);
const KEPT_FOR_MS = 90 * 24 * 3_600_000;

const filesIn = async (folder: string): Promise<string[]> => {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile() && KEPT.has(extname(entry.name)))
    .map((entry) => join(entry.parentPath, entry.name));
};

/**
 * Copies the build's styles and fonts beside the stored pages, so that the last good copy of a page of a former build
 * still looks right. Copies that no build used for three months go. Their names carry their content, so none is ever
 * written twice. Failing costs only that look: reported, not thrown.
 */
export const keepBuildAssets = async (
  staticFolder: string,
  folder: string,
  onError: (error: unknown) => void,
): Promise<void> => {
  try {
    for (const file of await filesIn(staticFolder)) {
      const copy = join(folder, relative(staticFolder, file));
      await mkdir(dirname(copy), { recursive: true });
      await copyFile(file, copy);
      await utimes(copy, new Date(), new Date());
    }
    for (const file of await filesIn(folder)) {
      if (Date.now() - (await stat(file)).mtimeMs > KEPT_FOR_MS) await rm(file);
    }
  } catch (error) {
    onError(error);
  }
};
