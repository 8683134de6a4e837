import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import glob from 'fast-glob';
import { LOCALES } from '@/domain/people/locale';
import { checkLinks, isPageOf } from './check-links';
import { checkRedirects } from './check-redirects';
import { checkResources } from './check-resources';
import { type Finding, fieldsOf, type Inspected } from './inspect';
import { inspectedFiles, type Keeping } from './inspected-files';
import { REDIRECTS_FILE } from './redirects';

/**
 * Reads every content file below `root` and returns all that is wrong, by path and line; what is worth knowing and no
 * mistake is marked as a notice. With `keeping`, only files that changed since the last time are read.
 */
export const checkContent = async (root: string, keeping?: Keeping): Promise<Finding[]> => {
  const [read, paths, redirects] = await Promise.all([
    inspectedFiles(root, keeping),
    glob('media/**/*', { cwd: root }),
    readFile(join(root, REDIRECTS_FILE), 'utf8').catch(() => ''),
  ]);
  const media = new Set(paths.map((path) => `/${path}`));
  const files = read.flatMap(({ file }) => file ?? []);
  const parents = new Map(
    files.map((file) => [parentName(file.place.type, file.place.locale, file.place.folder), file]),
  );
  const findings = [
    ...read.filter(({ file }) => !file).map(({ path }) => ({ path, line: 1, message: 'no page is made of this file' })),
    ...files.flatMap(({ path, mistakes, body }) =>
      [...mistakes, ...(body?.remarks ?? [])].map(({ line, message }) => ({ path, line, message })),
    ),
    ...files.flatMap((file) => checkPlace(file, parents)),
    ...checkUnique(files),
    ...checkTranslations(files),
    ...checkLinks(files, media),
    ...checkResources(files, media),
    ...checkRedirects(files, redirects, isPageOf(files)),
    ...unusedMedia(files, media),
  ];
  return findings.sort((a, b) => (a.path === b.path ? a.line - b.line : a.path < b.path ? -1 : 1));
};

const parentName = (type: string, locale: string, folder: string | null): string => `${type} ${locale} ${folder}`;

function checkPlace(file: Inspected, parents: ReadonlyMap<string, Inspected>): Finding[] {
  const { type, locale, folder } = file.place;
  if (type !== 'article' && type !== 'faqQuestion') return [];
  const parentType = type === 'article' ? 'collection' : 'faqCategory';
  const parent = parents.get(parentName(parentType, locale, folder));
  if (!parent) return [{ path: file.path, line: 1, message: `unknown ${PARENTS[parentType]} ${folder}` }];
  const sections = fieldsOf(parent).sections as { slug: string }[] | undefined;
  const { section } = fieldsOf(file);
  if (type !== 'article' || !sections || !section || sections.some(({ slug }) => slug === section)) return [];
  return [{ path: file.path, line: file.lineOf('section'), message: `unknown section ${section} of ${folder}` }];
}

/** Files that no content names; pages of the site itself may still show one, so it is no mistake. */
function unusedMedia(files: readonly Inspected[], media: ReadonlySet<string>): Finding[] {
  const used = new Set<string>();
  for (const { body, front } of files) {
    for (const { target } of [...(body?.links ?? []), ...(body?.pictures ?? [])])
      used.add(target.split(/[?#]/)[0] ?? '');
    for (const value of Object.values(front ?? {}).flat()) if (typeof value === 'string') used.add(value);
  }
  // A file with a mistake may be the one that names it.
  if (files.some(({ mistakes }) => mistakes.length > 0)) return [];
  return [...media]
    .filter((path) => !used.has(path))
    .map((path) => ({ path: path.slice(1), line: 1, message: 'no content uses this file', notice: true as const }));
}

const PARENTS = { collection: 'collection', faqCategory: 'category' } as const;

function checkUnique(files: readonly Inspected[]): Finding[] {
  const keys = repeated(files, (file) => `${file.place.locale} ${fieldsOf(file).key ?? file.path}`);
  // Questions share one page, so their addresses must differ across categories.
  const slugs = repeated(files, ({ place: { type, locale, folder, slug } }) =>
    [locale, type, type === 'faqQuestion' ? '' : folder, slug].join(' '),
  );
  return [
    ...keys.map(([file, other]) => ({
      path: file.path,
      line: file.lineOf('key'),
      message: `duplicate key ${fieldsOf(file).key}, also in ${other.path}`,
    })),
    ...slugs.map(([file, other]) => ({
      path: file.path,
      line: 1,
      message: `duplicate slug ${file.place.slug}, also in ${other.path}`,
    })),
  ];
}

/** Each file whose name by `nameOf` an earlier one bears, with that one. */
function repeated(files: readonly Inspected[], nameOf: (file: Inspected) => string): [Inspected, Inspected][] {
  const first = new Map<string, Inspected>();
  return files.flatMap((file): [Inspected, Inspected][] => {
    const name = nameOf(file);
    const other = first.get(name);
    if (other) return [[file, other]];
    first.set(name, file);
    return [];
  });
}

function checkTranslations(files: readonly Inspected[]): Finding[] {
  const known = new Set(files.map((file) => `${file.place.locale} ${file.place.type} ${fieldsOf(file).key}`));
  return files.flatMap((file) => {
    const { key } = fieldsOf(file);
    if (key === undefined) return [];
    return LOCALES.filter((locale) => !known.has(`${locale} ${file.place.type} ${key}`)).map((locale) => ({
      path: file.path,
      line: file.lineOf('key'),
      message: `missing translation: no ${locale} file has the key ${key}`,
      // An article stands in for its translation, under a banner that says so; a collection may be for one language.
      ...(/^(?:article|collection)$/.test(file.place.type) ? { notice: true as const } : {}),
    }));
  });
}
