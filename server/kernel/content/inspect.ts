import { LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { type Body, compileBody, type Mistake } from './body';
import { type ContentType, FRONT_MATTER, type FrontMatter } from './front-matter';
import { type Place, placeOf } from './place';
import { yamlMistakes } from './yaml-mistakes';

/** What the rules look at in a body; its tree is not kept. */
export type BodyFacts = Pick<Body, 'headings' | 'links' | 'pictures' | 'remarks'>;

/** A content file as found: what it says, or what is wrong with it. */
export type Inspected<T extends ContentType = ContentType> = {
  path: string;
  place: Place;
  front: FrontMatter<T> | null;
  body: BodyFacts | null;
  mistakes: readonly Mistake[];
  /** Line of a front-matter field, or of one item of a list; 1 when it is not written. */
  lineOf: (field: string, index?: number) => number;
};

/** Something to mend in a content file; `path` is below the content folder. */
export type Finding = {
  path: string;
  line: number;
  message: string;
  /** Worth knowing, and no mistake: readers are served all the same. */
  notice?: true;
};

/** Front matter of a file as loose fields: the rules below look at one or two each, of any kind of file. */
export const fieldsOf = (file: Inspected): Record<string, unknown> => (file.front ?? {}) as Record<string, unknown>;

/** Whether files of this kind are data alone. */
export const isBare = (type: ContentType): boolean => type === 'collection' || type === 'faqCategory';

/**
 * Reads one content file with all its mistakes. `path` is below the content folder, `source` the text of the file.
 * Returns null for a file that has no place there.
 */
export const inspectFile = (path: string, source: string): Inspected | null => {
  const place = placeOf(path);
  if (!place) return null;
  const yaml = isBare(place.type) ? { text: source, firstLine: 1 } : frontMatterOf(source);
  if (!yaml) return { path, place, front: null, body: null, mistakes: [NO_FRONT_MATTER], lineOf: () => 1 };
  const front = readFrontMatter(place.type, yaml.text, yaml.firstLine);
  const body = isBare(place.type)
    ? null
    : compileBody(source, { locale: place.locale, format: path.endsWith('.md') ? 'md' : 'mdx' });
  return {
    path,
    place,
    front: front.data,
    body: body?.ok ? factsOf(body.body) : null,
    mistakes: [...front.mistakes, ...(body && !body.ok ? body.mistakes : [])],
    lineOf: front.lineOf,
  };
};

const factsOf = ({ headings, links, pictures, remarks }: Body): BodyFacts => ({ headings, links, pictures, remarks });

const NO_FRONT_MATTER: Mistake = { line: 1, column: 1, message: 'no front matter: the file must begin with ---' };

const frontMatterOf = (source: string): { text: string; firstLine: number } | null => {
  const text = /^---\r?\n([\s\S]*?)\r?\n---(?:\r?\n|$)/.exec(source)?.[1];
  return text === undefined ? null : { text, firstLine: 2 };
};

function readFrontMatter<T extends ContentType>(type: T, text: string, firstLine: number) {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter });
  const at = (offset: number) => {
    const { line, col } = counter.linePos(offset);
    return { line: line + firstLine - 1, column: col };
  };
  const offsetOf = (path: readonly PropertyKey[]): number => {
    const node = document.getIn(path, true) as { range?: [number, number, number] } | undefined;
    return node?.range?.[0] ?? (path.length > 1 ? offsetOf(path.slice(0, -1)) : 0);
  };
  const lineOf = (field: string, index?: number) => at(offsetOf(index === undefined ? [field] : [field, index])).line;
  const badYaml = yamlMistakes(document).map(({ offset, message }) => ({ ...at(offset), message }));
  if (badYaml.length > 0) return { data: null, mistakes: badYaml, lineOf };

  const parsed = FRONT_MATTER[type].safeParse(document.toJS());
  if (parsed.success) return { data: parsed.data as FrontMatter<T>, mistakes: [], lineOf };
  const mistakes = parsed.error.issues.flatMap((issue) =>
    pathsOf(issue).map((path) => ({ ...at(offsetOf(path)), message: `${path.join('.')}: ${wordsOf(issue)}` })),
  );
  return { data: null, mistakes, lineOf };
}

/** An unknown field is reported where it stands, not on the whole. */
const pathsOf = (issue: z.core.$ZodIssue): PropertyKey[][] =>
  issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [issue.path];

const wordsOf = (issue: z.core.$ZodIssue): string =>
  issue.code === 'unrecognized_keys' ? 'unknown field' : issue.message;
