import type { Finding, Inspected } from './inspect';
import { fieldsOf } from './inspect';

/** Addresses below `/resources` that are pages of their own. */
const TAKEN = new Set(['by', 'glossary']);

/** Fields of a resource that name a file of ours. */
const FILES = ['file', 'video', 'subtitles', 'cover'] as const;

const SUBTITLES = /\.vtt$/;

/** Checks what resources and terms name: files, collections, and that a word means one term. */
export const checkResources = (files: readonly Inspected[], media: ReadonlySet<string>): Finding[] => {
  const collections = new Set(
    files
      .filter(({ place }) => place.type === 'collection')
      .map((file) => `${file.place.locale} ${fieldsOf(file).key}`),
  );
  const resources = files.filter(({ place }) => place.type === 'resource');
  return [...resources.flatMap((file) => resourceFindings(file, media, collections)), ...checkTerms(files)];
};

function resourceFindings(file: Inspected, media: ReadonlySet<string>, collections: ReadonlySet<string>): Finding[] {
  const fields = fieldsOf(file);
  const finding = (field: string, message: string): Finding => ({ path: file.path, line: file.lineOf(field), message });
  const named = FILES.flatMap((field) => {
    const target = fields[field];
    if (typeof target !== 'string' || !target.startsWith('/media/')) return [];
    if (field === 'subtitles' && !SUBTITLES.test(target)) return [finding(field, `subtitles ${target} must be .vtt`)];
    return media.has(target) ? [] : [finding(field, `missing file ${target}`)];
  });
  const themes = ((fields.themes ?? []) as string[])
    .filter((theme) => !collections.has(`${file.place.locale} ${theme}`))
    .map((theme) => finding('themes', `unknown collection key ${theme}`));
  const taken = TAKEN.has(file.place.slug)
    ? [{ path: file.path, line: 1, message: `the slug ${file.place.slug} is taken by a page` }]
    : [];
  return [...named, ...themes, ...taken];
}

/** A word that is a term here and an alias there would lead to whichever comes first. */
function checkTerms(files: readonly Inspected[]): Finding[] {
  const first = new Map<string, Inspected>();
  return files
    .filter(({ place }) => place.type === 'glossaryTerm')
    .flatMap((file) => {
      const { term, aliases } = fieldsOf(file) as { term?: string; aliases?: string[] };
      return [term, ...(aliases ?? [])].flatMap((name): Finding[] => {
        if (name === undefined) return [];
        const known = `${file.place.locale} ${name.toLowerCase()}`;
        const other = first.get(known);
        if (!other) {
          first.set(known, file);
          return [];
        }
        const line = file.lineOf(name === term ? 'term' : 'aliases');
        return [{ path: file.path, line, message: `${name} is already a term in ${other.path}` }];
      });
    });
}
