import { encodePostings, type Posting, readPostings, readSections, type SectionPosting } from './postings';
import type { PostingList, Slot } from './weighing';

/** Where both words stand: sections of theirs, `null` where they stand in none together. */
const shared = (one: Posting, sections: readonly SectionPosting[], inTitle: boolean): Posting | null => {
  // What has no sections, or has a word in its title alone, is taken as a whole.
  if (one.sections.length === 0 || sections.length === 0) return { ...one, sections: [] };
  const both = one.sections.flatMap((known) => {
    const other = sections.find(({ section }) => section === known.section);
    if (!other) return [];
    const { section, inHeading, count } = known;
    return [{ section, inHeading: inHeading && other.inHeading, count: Math.min(count, other.count) }];
  });
  return both.length > 0 || (one.inTitle && inTitle) ? { ...one, sections: both } : null;
};

/** The entries of `found`, which hold `words` words, that another word stands beside, each with what a word weighs in it in the mean. */
const beside = (found: ReadonlyMap<number, Posting>, words: number, bytes: Uint8Array): Map<number, Posting> => {
  const { count, document, weight, inTitle, sectionsAt } = readPostings(bytes);
  const kept = new Map<number, Posting>();
  for (let index = 0; index < count; index += 1) {
    const one = found.get(document[index] as number);
    if (!one) continue;
    const titled = inTitle[index] === 1;
    const both = shared(one, readSections(bytes, sectionsAt[index] as number), titled);
    if (!both) continue;
    const mean = (one.weight * words + (weight[index] as number)) / (words + 1);
    kept.set(one.document, { ...both, weight: mean, inTitle: one.inTitle && titled });
  }
  return kept;
};

const entriesOf = (bytes: Uint8Array): Map<number, Posting> => {
  const { count, document, weight, inTitle, sectionsAt } = readPostings(bytes);
  return new Map(
    Array.from({ length: count }, (_, index) => {
      const sections = readSections(bytes, sectionsAt[index] as number);
      const entry = { weight: weight[index] as number, inTitle: inTitle[index] === 1, sections };
      return [document[index] as number, { document: document[index] as number, ...entry }] as const;
    }),
  );
};

/** The entries of one part of the index that hold all of some terms together. */
const listOf = (term: string, lists: readonly PostingList[]): PostingList[] => {
  // The rarest first: the others are only looked up in it.
  const [rarest, ...others] = lists.toSorted((a, b) => a.documents - b.documents);
  if (!rarest) return [];
  let found: ReadonlyMap<number, Posting> = entriesOf(rarest.bytes);
  for (const [index, { bytes }] of others.entries()) found = beside(found, index + 1, bytes);
  if (found.size === 0) return [];
  const postings = [...found.values()].sort((a, b) => a.document - b.document);
  return [{ part: rarest.part, term, documents: postings.length, bytes: encodePostings(postings) }];
};

/**
 * The lists of the expressions of several words that may stand for words of the query, from the lists of their words: an
 * expression stands where all of it does, in one section. Of “give back” alone, “give” says nothing.
 */
export const listsOfPhrases = (slots: readonly Slot[], lists: readonly PostingList[]): PostingList[] => {
  const phrases = new Map(
    slots.flatMap(({ alternatives }) => alternatives.flatMap(({ term, all }) => (all ? [[term, all] as const] : []))),
  );
  return [...phrases].flatMap(([term, all]) => {
    const held = lists.filter((list) => all.includes(list.term));
    return [...new Set(held.map(({ part }) => part.id))].flatMap((id) => {
      const own = held.filter((list) => list.part.id === id);
      return own.length === all.length ? listOf(term, own) : [];
    });
  });
};
