import { readdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readingMinutes } from '@/domain/articles/reading-time';
import type { Locale } from '@/domain/people/locale';
import { type Body, compileBody, type Heading } from './body';
import { bodyFile, contentFolder, outputFolder } from './folders';
import { hashOf } from './hash';
import { placeOf } from './place';
import { type TermCounts, telling } from './similar';

/** What a publication needs to know of a text, its tree aside, which lies in the body file of this name. */
export type TextFacts = {
  body: string;
  readingMinutes: number;
  headings: readonly Heading[];
  /** Of an answer only, whose plain text its page needs. */
  text?: string;
  /** Public paths of the files it shows or offers. */
  files: readonly string[];
  /** Public paths of its pictures, as often as it shows them. */
  pictures: readonly string[];
  terms: TermCounts;
};

/** `stamp` tells whether the file is still the one these are the facts of. */
type Kept = { stamp: string; facts: TextFacts };

export type Texts = {
  /** The facts of a file's text; null where it does not compile or cannot be read. */
  factsOf(path: string, locale: Locale): Promise<TextFacts | null>;
  /** Keeps what was asked for in this run, and only that, for the next one. */
  save(): Promise<void>;
};

/**
 * The texts of content files, compiled one at a time and only where a file changed since the last publication: trees are
 * written as soon as they are made and never held together. `readers` names the code that compiles; another one starts afresh.
 */
export const openTexts = async (readers: string): Promise<Texts> => {
  const file = join(outputFolder(), 'texts.json');
  const known = await readKept(file, readers);
  const bodies = new Set(await readdir(join(outputFolder(), 'bodies')).catch(() => [] as string[]));
  const asked: Record<string, Kept> = {};

  const compile = async (path: string, locale: Locale, stamp: string): Promise<Kept | null> => {
    const source = await readFile(join(contentFolder(), path), 'utf8');
    const compiled = compileBody(source, { locale, format: path.endsWith('.md') ? 'md' : 'mdx' });
    if (!compiled.ok) return null;
    const json = JSON.stringify(compiled.body.tree);
    const name = hashOf(json);
    if (!bodies.has(`${name}.json`)) await replaceFile(bodyFile(name), json);
    bodies.add(`${name}.json`);
    return { stamp, facts: { body: name, ...factsIn(compiled.body, path, locale) } };
  };
  return {
    async factsOf(path, locale) {
      const state = await stat(join(contentFolder(), path)).catch(() => null);
      if (!state) return null;
      const stamp = `${state.mtimeMs}:${state.size}`;
      const before = known[path];
      const current = before?.stamp === stamp && bodies.has(`${before.facts.body}.json`);
      const kept = current ? before : await compile(path, locale, stamp);
      if (kept) asked[path] = kept;
      return kept?.facts ?? null;
    },
    save: () => replaceFile(file, JSON.stringify({ readers, texts: asked })),
  };
};

async function readKept(file: string, readers: string): Promise<Readonly<Record<string, Kept>>> {
  try {
    const kept = JSON.parse(await readFile(file, 'utf8')) as { readers: string; texts: Record<string, Kept> };
    return kept.readers === readers ? kept.texts : {};
  } catch {
    return {};
  }
}

const factsIn = (body: Body, path: string, locale: Locale): Omit<TextFacts, 'body'> => ({
  readingMinutes: readingMinutes(body.words),
  headings: body.headings,
  ...(placeOf(path)?.type === 'faqQuestion' ? { text: body.text } : {}),
  files: filesOf(body),
  pictures: body.pictures.map(({ target }) => target),
  terms: telling(body.text, locale),
});

/** The files under `/media/` that a body shows or offers. */
const filesOf = ({ links, pictures }: Body): string[] => [
  ...new Set([...links, ...pictures].map(({ target }) => target).filter((target) => target.startsWith('/media/'))),
];

/** Replaces a file as a whole, so that a reader never sees half of it. */
export const replaceFile = async (file: string, content: string): Promise<void> => {
  const draft = `${file}.${process.pid}.draft`;
  await writeFile(draft, content);
  await rename(draft, file);
};
