import { readFileSync } from 'node:fs';
import type { Audience } from '@/domain/access/grants';
import type { Locale } from '@/domain/people/locale';
import type { Heading } from './body';
import { snapshotFile } from './folders';
import type { FrontMatter } from './front-matter';
import type { Redirect } from './redirects';

/** What every published document has, whatever its kind. */
type Published<T extends string> = {
  type: T;
  /** Path below the content folder, for messages to editors. */
  path: string;
  locale: Locale;
  slug: string;
  /** Changes when anything a reader sees of it changes. */
  hash: string;
};

/** What documents with a text have besides. */
type Written = {
  /** Name of the body file, see `bodyFile`. */
  body: string;
  readingMinutes: number;
  headings: readonly Heading[];
  /** Public paths of the files it shows or offers. */
  files: readonly string[];
};

export type CollectionEntry = Published<'collection'> & FrontMatter<'collection'>;
export type ArticleEntry = Published<'article'> &
  Written &
  FrontMatter<'article'> & {
    folder: string;
    /** Hash of the article itself, without what is computed from others. */
    own: string;
    /** Keys of the articles most like it, nearest first; of every audience, so filter by the reader's. */
    similar: readonly string[];
    /** Set where the article stands in for its missing translation: what it says is in this language, and at home there. */
    original?: { locale: Locale; path: string };
  };
export type FaqCategoryEntry = Published<'faqCategory'> & FrontMatter<'faqCategory'>;
export type FaqQuestionEntry = Published<'faqQuestion'> &
  Written &
  FrontMatter<'faqQuestion'> & {
    folder: string;
    /** The answer as plain text, which search engines are told. Other texts stay in their body files: they are most of a snapshot. */
    text: string;
  };
export type ReleaseNoteEntry = Published<'releaseNote'> & Written & FrontMatter<'releaseNote'>;
export type EventEntry = Published<'event'> & Written & FrontMatter<'event'>;

export type ResourceEntry = Published<'resource'> & Written & FrontMatter<'resource'>;
export type GlossaryTermEntry = Published<'glossaryTerm'> & Written & FrontMatter<'glossaryTerm'>;

export type Entry =
  | CollectionEntry
  | ArticleEntry
  | FaqCategoryEntry
  | FaqQuestionEntry
  | ReleaseNoteEntry
  | EventEntry
  | ResourceEntry
  | GlossaryTermEntry;

/** A file under `content/media`: its size in pixels where it is a picture, its bytes, and a hash for its address. */
export type MediaEntry = {
  width: number | null;
  height: number | null;
  bytes: number;
  modified: number;
  hash: string;
  /** Who may have it: the widest audience of the documents that show it; everybody, where none does. */
  audience: Audience;
};

/** A file that could not be published as it stands, and whether readers still get its last good version. */
export type Problem = { path: string; line: number; message: string; lastGoodKept: boolean };

/** All that is published, as one file that is replaced as a whole. */
export type Snapshot = {
  version: string;
  entries: readonly Entry[];
  media: Readonly<Record<string, MediaEntry>>;
  redirects: readonly Redirect[];
  problems: readonly Problem[];
};

export const EMPTY_SNAPSHOT: Snapshot = {
  version: 'empty',
  entries: [],
  media: {},
  redirects: [],
  problems: [],
};

/** Reads what is published; the empty snapshot when nothing is, or when the file is of an older shape. */
export const readSnapshot = (file: string = snapshotFile()): Snapshot => {
  try {
    return { ...EMPTY_SNAPSHOT, ...(JSON.parse(readFileSync(file, 'utf8')) as Partial<Snapshot>) };
  } catch {
    return EMPTY_SNAPSHOT;
  }
};
