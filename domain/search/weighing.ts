/**
 * A form in which a word of the query may stand in a document, and how much finding it so counts, 0 to 1. `foreign`: it is one of
 * another language than that of the query, and only to be looked for in what may be written in that. `all` are the terms of an
 * expression of several words, which counts where all of them stand together (`listsOfPhrases`).
 */
export type Alternative = { term: string; factor: number; foreign?: true; all?: readonly string[] };

/**
 * A word of the query with all that may stand for it: itself, synonyms, what it is the beginning of, what was meant. In the pools of
 * `emptyIn` it tells nothing: there it is a word like “the”.
 */
export type Slot = { word: string; alternatives: readonly Alternative[]; emptyIn?: readonly number[] };

/** The documents of one part of the index that hold a term. */
export type PostingList = { part: Part; term: string; documents: number; bytes: Uint8Array };

/** A part of the index: documents of one kind, language and audience. Parts of one pool share what is a rare word. */
export type Part = { id: number; kind: number; pool: number; documents: number };

/** A word that nothing holds counts by this part of a word of one document: it may be said otherwise there. */
const UNKNOWN_SHARE = 0.75;

/** How telling it is that a document holds a word, by how many of all do: rare words first. */
const rarity = (documents: number, all: number): number => Math.log(1 + (all - documents + 0.5) / (documents + 0.5));

/** A list of documents as one word of the query reads it; `sectioned` is known once it was read. */
export type Held = { list: PostingList; factor: number; sectioned: boolean };

/** Per word of the query: where it is found, and what it tells in each pool; `known` are the pools that hold it. */
export type Weighed = { held: readonly Held[]; telling: readonly number[]; known: readonly boolean[] };

/**
 * What each word of a query tells, and where it is found; `totals` are what all of them ask for, by pool. A word for which
 * only something else is found, such as what it was perhaps meant to be, asks for more than that can tell: as far as it is
 * doubtful, it counts as one that nothing holds. `foreign` is the pool of what stands in for missing translations.
 */
export const weighSlots = (
  slots: readonly Slot[],
  lists: readonly PostingList[],
  parts: readonly Part[],
  { answers, foreign }: { answers: number; foreign: number },
) => {
  const sizes: number[] = [];
  for (const { pool, documents } of parts) sizes[pool] = (sizes[pool] ?? 0) + documents;
  // Of a handful of articles without a translation each word would stand in most: they are part of a body as large as the other.
  if (sizes[foreign] !== undefined) sizes[foreign] = Math.max(sizes[foreign], sizes[answers] ?? 0);
  const byTerm = new Map<string, PostingList[]>();
  for (const list of lists) {
    const known = byTerm.get(list.term);
    if (known) known.push(list);
    else byTerm.set(list.term, [list]);
  }
  const documentsWith = (term: string, pool: number): number =>
    (byTerm.get(term) ?? []).reduce((sum, { part, documents }) => sum + (part.pool === pool ? documents : 0), 0);
  const totals = sizes.map(() => 0);
  const weighed = slots.map(({ alternatives, emptyIn }): Weighed => {
    const known: boolean[] = [];
    const telling = sizes.map((size, pool) => {
      if (emptyIn?.includes(pool)) {
        known[pool] = true;
        return 0;
      }
      const found = alternatives.map(({ term, factor }) => ({ factor, documents: documentsWith(term, pool) }));
      const documents = Math.max(0, ...found.map(({ documents: some, factor }) => some * factor));
      const sure = Math.max(0, ...found.filter(({ documents: some }) => some > 0).map(({ factor }) => factor));
      const unknown = rarity(0, size) * UNKNOWN_SHARE;
      const told = documents === 0 ? unknown : rarity(documents, size);
      known[pool] = documents > 0;
      totals[pool] = (totals[pool] ?? 0) + told + (documents === 0 ? 0 : (1 - sure) * Math.max(0, unknown - told));
      return told;
    });
    const held = alternatives.flatMap(({ term, factor }) =>
      (byTerm.get(term) ?? []).map((list): Held => ({ list, factor, sectioned: false })),
    );
    return { held, telling, known };
  });
  return { weighed, totals };
};
