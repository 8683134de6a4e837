import { mkdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import glob from 'fast-glob';
import { LOCALES } from '@/domain/people/locale';
import { fieldsOf, type Inspected, inspectFile } from './inspect';
import { replaceFile } from './texts';

/** A file of a content folder; `file` is null where nothing is made of it. */
export type Found = { path: string; file: Inspected | null };

/** Where what was found is kept for the next time, and the name of the code that found it. */
export type Keeping = { file: string; readers: string };

type Lines = { first: number; fields: Readonly<Record<string, number | readonly number[]>> };
type Kept = { stamp: string; file: (Omit<Inspected, 'lineOf'> & { lines: Lines }) | null };

/** Inspections of the last time, by path; none when other code made them. */
const readKept = async (keeping: Keeping | undefined): Promise<Readonly<Record<string, Kept>>> => {
  if (!keeping) return {};
  try {
    const kept = JSON.parse(await readFile(keeping.file, 'utf8')) as { readers: string; files: Record<string, Kept> };
    return kept.readers === keeping.readers ? kept.files : {};
  } catch {
    return {};
  }
};

/**
 * Inspects the content files below `root`, one at a time. With `keeping`, those whose time and length have not changed since
 * are not read again.
 */
export const inspectedFiles = async (root: string, keeping?: Keeping): Promise<Found[]> => {
  const [found, known] = await Promise.all([
    glob([`{${LOCALES.join(',')}}/**/*`], { cwd: root, stats: true }),
    readKept(keeping),
  ]);
  const kept: Record<string, Kept> = {};
  for (const { path, stats } of found) {
    const stamp = `${stats?.mtimeMs}:${stats?.size}`;
    const before = known[path];
    if (before?.stamp === stamp) kept[path] = before;
    else kept[path] = { stamp, file: keep(inspectFile(path, await readFile(join(root, path), 'utf8'))) };
  }
  if (keeping) {
    await mkdir(dirname(keeping.file), { recursive: true });
    await replaceFile(keeping.file, JSON.stringify({ readers: keeping.readers, files: kept }));
  }
  return Object.entries(kept).map(([path, { file }]) => ({ path, file: file && revive(file) }));
};

const keep = (inspected: Inspected | null): Kept['file'] => {
  if (!inspected) return null;
  const { lineOf, ...rest } = inspected;
  const fields = Object.entries(fieldsOf(inspected)).map(([field, value]) => [
    field,
    Array.isArray(value) ? [lineOf(field), ...value.map((_, index) => lineOf(field, index))] : lineOf(field),
  ]);
  // A field that no file has: where the front matter begins.
  return { ...rest, lines: { first: lineOf(' '), fields: Object.fromEntries(fields) } };
};

const revive = ({ lines, ...rest }: NonNullable<Kept['file']>): Inspected => ({
  ...rest,
  lineOf: (field, index) => {
    const line = lines.fields[field] ?? lines.first;
    if (typeof line === 'number') return line;
    return line[index === undefined ? 0 : index + 1] ?? line[0] ?? lines.first;
  },
});
