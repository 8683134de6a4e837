import { readPostings } from './postings';
import type { Held, Weighed } from './weighing';

/** Memory that all rankings share: a ranking never waits, and nothing is allocated for each. Zero between two of them. */
const makeNotes = (size: number) => ({
  size,
  /** What a document scores; what part of the query's information it holds, and its title; kind + 1 once it was seen. */
  score: new Float32Array(size),
  mass: new Float32Array(size),
  title: new Float32Array(size),
  kind: new Uint8Array(size),
  /** How many words of the query it holds. */
  words: new Uint8Array(size),
  /** Of the word that is being read: the best score so far, and whether the title was counted. */
  best: new Float32Array(size),
  named: new Uint8Array(size),
  /** Documents of a kind of which not all may be shown: 1 for those that may. */
  open: new Uint8Array(size),
  /** Place among those looked at closely, from 1. */
  looked: new Uint16Array(size),
  touched: new Uint32Array(size),
  count: 0,
  read: new Uint32Array(size),
});
export type Notes = ReturnType<typeof makeNotes>;
let kept = makeNotes(0);

/** The notes of all rankings, large enough for so many documents. */
export const notesFor = (span: number): Notes => {
  if (kept.size < span) kept = makeNotes(Math.ceil(span * 1.2) + 1024);
  return kept;
};

/** Documents are numbered from `base`; of the kind of `shown` only its documents count. */
export type Noted = { base: number; shown?: { kind: number; documents: readonly number[] } | undefined };

/** Notes a list of documents for the word that is being read; `reads` documents hold it so far. */
const noteList = (notes: Notes, held: Held, worth: number, { base, shown }: Noted, reads: number): number => {
  const { size, score, mass, title, kind, words, best, named, open, touched, read } = notes;
  const { part, bytes } = held.list;
  const { count, document, weight, inTitle, sectioned } = readPostings(bytes);
  const narrowed = shown?.kind === part.kind;
  held.sectioned = sectioned;
  let readSoFar = reads;
  let seen = notes.count;
  for (let index = 0; index < count; index += 1) {
    const at = (document[index] as number) - base;
    // Documents from after the span was asked for come with the next search.
    if (at < 0 || at >= size || (narrowed && open[at] === 0)) continue;
    if (kind[at] === 0) {
      kind[at] = part.kind + 1;
      touched[seen] = at;
      seen += 1;
    }
    const before = best[at] as number;
    if (before === 0) {
      mass[at] = (mass[at] as number) + worth;
      words[at] = (words[at] as number) + 1;
      read[readSoFar] = at;
      readSoFar += 1;
    }
    if (inTitle[index] === 1 && named[at] === 0) {
      title[at] = (title[at] as number) + worth;
      named[at] = 1;
    }
    const now = worth * (weight[index] as number);
    if (now <= before) continue;
    score[at] = (score[at] as number) + now - before;
    best[at] = now;
  }
  notes.count = seen;
  return readSoFar;
};

/** Notes what one word of the query tells of each document that holds it in any form. */
export const noteSlot = (notes: Notes, { held, telling }: Weighed, options: Noted): void => {
  const { best, named, read } = notes;
  let reads = 0;
  for (const one of held) {
    reads = noteList(notes, one, (telling[one.list.part.pool] ?? 0) * one.factor, options, reads);
  }
  for (let index = 0; index < reads; index += 1) {
    const at = read[index] as number;
    best[at] = 0;
    named[at] = 0;
  }
};

/** Marks the documents that may be shown, or takes the marks back. */
export const markShown = (notes: Notes, { shown, base }: Noted, mark: 0 | 1): void => {
  for (const document of shown?.documents ?? []) notes.open[document - base] = mark;
};

/** Makes the notes zero again. */
export const forgetNotes = (notes: Notes): void => {
  const { score, mass, title, kind, words, touched, count } = notes;
  for (let index = 0; index < count; index += 1) {
    const at = touched[index] as number;
    score[at] = 0;
    mass[at] = 0;
    title[at] = 0;
    kind[at] = 0;
    words[at] = 0;
  }
  notes.count = 0;
};
