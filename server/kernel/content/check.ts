import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import glob from 'fast-glob';
import { LOCALES } from '@/domain/people/locale';
import { checkLinks, isPageOf } from './check-links';
import { checkRedirects } from './check-redirects';
import { type Finding, fieldsOf, type Inspected, inspectFile } from './inspect';
import { REDIRECTS_FILE } from './redirects';

/** Reads every content file below `root` and returns all that is wrong, by path and line. */
export const checkContent = async (root: string): Promise<Finding[]> => {
  const [paths, media, redirects] = await Promise.all([
    glob([`{${LOCALES.join(',')}}/**/*`], { cwd: root }),
    glob('media/**/*', { cwd: root }),
    readFile(join(root, REDIRECTS_FILE), 'utf8').catch(() => ''),
  ]);
  const read = await Promise.all(
    paths.map(async (path) => ({ path, file: inspectFile(path, await readFile(join(root, path), 'utf8')) })),
  );
  const files = read.flatMap(({ file }) => file ?? []);
  const findings = [
    ...read.filter(({ file }) => !file).map(({ path }) => ({ path, line: 1, message: 'no page is made of this file' })),
    ...files.flatMap((file) => file.mistakes.map(({ line, message }) => ({ path: file.path, line, message }))),
    ...files.flatMap((file) => checkPlace(file, files)),
    ...checkUnique(files),
    ...checkTranslations(files),
    ...checkLinks(files, new Set(media.map((path) => `/${path}`))),
    ...checkRedirects(files, redirects, isPageOf(files)),
  ];
  return findings.sort((a, b) => (a.path === b.path ? a.line - b.line : a.path < b.path ? -1 : 1));
};

function checkPlace(file: Inspected, files: readonly Inspected[]): Finding[] {
  const { type, locale, folder } = file.place;
  if (type !== 'article' && type !== 'faqQuestion') return [];
  const parentType = type === 'article' ? 'collection' : 'faqCategory';
  const parent = files.find(
    ({ place }) => place.type === parentType && place.locale === locale && place.folder === folder,
  );
  if (!parent) return [{ path: file.path, line: 1, message: `unknown ${PARENTS[parentType]} ${folder}` }];
  const sections = fieldsOf(parent).sections as { slug: string }[] | undefined;
  const { section } = fieldsOf(file);
  if (type !== 'article' || !sections || !section || sections.some(({ slug }) => slug === section)) return [];
  return [{ path: file.path, line: file.lineOf('section'), message: `unknown section ${section} of ${folder}` }];
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
      // An article stands in for its translation, under a banner that says so.
      ...(file.place.type === 'article' ? { notice: true as const } : {}),
    }));
  });
}
