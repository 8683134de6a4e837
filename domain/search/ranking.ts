import { readSections, visitPostings } from './postings';

/** A form in which a word of the query may stand in a document, and how much finding it so counts, 0 to 1. */
export type Alternative = { term: string; factor: number };

/** A word of the query with all that may stand for it: itself, synonyms, what it is the beginning of, what was meant. */
export type Slot = { word: string; alternatives: readonly Alternative[] };

/** The documents of one part of the index that hold a term. */
export type PostingList = { part: Part; term: string; documents: number; bytes: Uint8Array };

/** A part of the index: documents of one kind, language and audience. Parts of one pool share what is a rare word. */
export type Part = { id: number; kind: number; pool: number; documents: number };

export type Ranked = {
  document: number;
  score: number;
  /** The section in which most of the query stands together; `null` when it is the document as a whole. */
  section: number | null;
  /** Where to take the excerpt from. */
  excerptSection: number;
};

export type RankingOptions = {
  /** How many hits are wanted, best first. */
  limit: number;
  /** What a hit of each kind is worth against others. */
  priors: readonly number[];
  /** Only hits of this kind; all are counted. */
  only?: number | undefined;
  /** Whether a document may be shown, asked for kinds whose documents are not all for this reader. */
  mayShow?: ((kind: number, document: number) => boolean) | undefined;
  /** Documents are numbered from `base`, and there are at most `span` of them. */
  base: number;
  span: number;
};

/** The constants of the ranking, chosen on the tuning half of the questions in `bench/relevance`. */
const RANKING = {
  /** What a document must match of the query's information to be an answer rather than noise. */
  leastShare: 0.28,
  /** One word in common is no answer to a question of three, unless it is most of what was asked. */
  enoughAlone: 0.6,
  /** A word that nothing holds counts by this part of a word of one document: it may be said otherwise there. */
  unknownShare: 0.75,
  /** How much covering more of the query counts over holding few of its words often. */
  coveragePower: 1.2,
  /** What it is worth when the words stand together in one section, and in the title. */
  together: 0.5,
  inTitle: 0.35,
  /** A word of a section's heading against one of its text. */
  inHeading: 1.6,
};

/** So many of the best are looked at closely. */
const LOOKED_AT = 60;

/** How telling it is that a document holds a word, by how many of all do: rare words first. */
const rarity = (documents: number, all: number): number => Math.log(1 + (all - documents + 0.5) / (documents + 0.5));

/** Per word of the query: where it is found, and what it tells in each pool. */
type Weighed = { held: readonly { list: PostingList; factor: number }[]; telling: readonly number[] };

const weighSlots = (slots: readonly Slot[], lists: readonly PostingList[], parts: readonly Part[]) => {
  const sizes: number[] = [];
  for (const { pool, documents } of parts) sizes[pool] = (sizes[pool] ?? 0) + documents;
  const byTerm = new Map<string, PostingList[]>();
  for (const list of lists) {
    const known = byTerm.get(list.term);
    if (known) known.push(list);
    else byTerm.set(list.term, [list]);
  }
  const documentsWith = (term: string, pool: number): number =>
    (byTerm.get(term) ?? []).reduce((sum, { part, documents }) => sum + (part.pool === pool ? documents : 0), 0);
  const weighed = slots.map(({ alternatives }): Weighed => {
    const telling = sizes.map((size, pool) => {
      const documents = Math.max(0, ...alternatives.map(({ term, factor }) => documentsWith(term, pool) * factor));
      return rarity(documents, size) * (documents === 0 ? RANKING.unknownShare : 1);
    });
    const held = alternatives.flatMap(({ term, factor }) => (byTerm.get(term) ?? []).map((list) => ({ list, factor })));
    return { held, telling };
  });
  return {
    weighed,
    totals: sizes.map((_, pool) => weighed.reduce((sum, { telling }) => sum + (telling[pool] ?? 0), 0)),
  };
};

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
  touched: new Uint32Array(size),
  count: 0,
});
let notes = makeNotes(0);

const noteSlot = ({ held, telling }: Weighed, base: number): void => {
  const { score, mass, title, kind, words, best, named, touched } = notes;
  const read: number[] = [];
  for (const { list, factor } of held) {
    const worth = (telling[list.part.pool] ?? 0) * factor;
    visitPostings(list.bytes, (document, weight, inTitle) => {
      const at = document - base;
      if (kind[at] === 0) {
        kind[at] = list.part.kind + 1;
        touched[notes.count] = at;
        notes.count += 1;
      }
      const before = best[at] as number;
      if (before === 0) {
        mass[at] = (mass[at] as number) + worth;
        words[at] = (words[at] as number) + 1;
        read.push(at);
      }
      if (inTitle && named[at] === 0) {
        title[at] = (title[at] as number) + worth;
        named[at] = 1;
      }
      const now = worth * weight;
      if (now <= before) return;
      score[at] = (score[at] as number) + now - before;
      best[at] = now;
    });
  }
  for (const at of read) {
    best[at] = 0;
    named[at] = 0;
  }
};

const forgetNotes = (): void => {
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

type Candidate = { at: number; score: number; title: number };

const byScore = (a: Candidate, b: Candidate): number => b.score - a.score || b.at - a.at;

/** The best documents by what was noted, and how many there are of each kind. */
const choose = (
  totalOf: readonly number[],
  question: boolean,
  { only, mayShow, priors, limit, base }: RankingOptions,
) => {
  const counts = priors.map(() => 0);
  const wanted = Math.max(LOOKED_AT, limit);
  const chosen: Candidate[] = [];
  let bar = 0;
  for (let index = 0; index < notes.count; index += 1) {
    const at = notes.touched[index] as number;
    const kind = (notes.kind[at] as number) - 1;
    const total = totalOf[kind] ?? 1;
    const share = Math.min(1, (notes.mass[at] as number) / total);
    if (share < RANKING.leastShare) continue;
    if (question && notes.words[at] === 1 && share < RANKING.enoughAlone) continue;
    if (mayShow && !mayShow(kind, at + base)) continue;
    counts[kind] = (counts[kind] ?? 0) + 1;
    if (only !== undefined && kind !== only) continue;
    const title = (notes.title[at] as number) / total;
    const score =
      ((notes.score[at] as number) / total) *
      share ** RANKING.coveragePower *
      (1 + RANKING.inTitle * title) *
      (priors[kind] ?? 1);
    if (score <= bar) continue;
    chosen.push({ at, score, title });
    if (chosen.length < wanted * 8) continue;
    chosen.sort(byScore).length = wanted;
    bar = chosen[wanted - 1]?.score ?? 0;
  }
  return { counts, chosen: chosen.sort(byScore).slice(0, wanted) };
};

/** What each section of the chosen documents holds of the query, by document and section. */
const sectionShares = (chosen: readonly Candidate[], weighed: readonly Weighed[], base: number) => {
  const shares = new Map<number, Map<number, number>>(chosen.map(({ at }) => [at, new Map()]));
  for (const { held, telling } of weighed) {
    const counted = new Map<number, Map<number, number>>();
    for (const { list, factor } of held) {
      const worth = (telling[list.part.pool] ?? 0) * factor;
      visitPostings(list.bytes, (document, _weight, _inTitle, sectionsAt) => {
        const at = document - base;
        if (!shares.has(at)) return;
        const own = counted.get(at) ?? new Map<number, number>();
        counted.set(at, own);
        for (const { section, inHeading, count } of readSections(list.bytes, sectionsAt)) {
          const now = worth * (inHeading ? RANKING.inHeading : 1) * (1 + Math.log(count) / 8);
          own.set(section, Math.max(own.get(section) ?? 0, now));
        }
      });
    }
    for (const [at, own] of counted) {
      const sum = shares.get(at);
      for (const [section, worth] of own) sum?.set(section, (sum.get(section) ?? 0) + worth);
    }
  }
  return shares;
};

/** Ranks the chosen anew by how much of the query stands together in one section, which is where the hit leads. */
const lookClosely = (
  chosen: readonly Candidate[],
  weighed: readonly Weighed[],
  totalOf: readonly number[],
  base: number,
): Ranked[] => {
  const shares = sectionShares(chosen, weighed, base);
  const ranked = chosen.map(({ at, score, title }) => {
    const total = totalOf[(notes.kind[at] as number) - 1] ?? 1;
    let section = 0;
    let most = 0;
    for (const [candidate, worth] of shares.get(at) ?? []) {
      if (worth > most || (worth === most && candidate < section)) [section, most] = [candidate, worth];
    }
    const together = Math.min(1.2, most / total);
    return {
      document: at + base,
      score: score * (1 + RANKING.together * together),
      // Where the title says as much, the document as a whole is the answer.
      section: section > 0 && together > title ? section : null,
      excerptSection: section,
    };
  });
  return ranked.sort((a, b) => b.score - a.score || b.document - a.document);
};

/**
 * Ranks the documents that hold any word of a query: by how rare the words are that they hold, where these stand, how
 * much of the query they cover, and whether it stands together. Leaves out what covers too little of it. `counts` are
 * the documents found of each kind, those beyond `limit` included.
 */
export const rank = (
  slots: readonly Slot[],
  lists: readonly PostingList[],
  parts: readonly Part[],
  options: RankingOptions,
): { hits: readonly Ranked[]; counts: readonly number[] } => {
  if (notes.size < options.span) notes = makeNotes(Math.ceil(options.span * 1.2) + 1024);
  const { weighed, totals } = weighSlots(slots, lists, parts);
  const totalOf: number[] = [];
  for (const { kind, pool } of parts) totalOf[kind] = totals[pool] ?? 1;
  try {
    for (const slot of weighed) noteSlot(slot, options.base);
    const { counts, chosen } = choose(totalOf, slots.length >= 3, options);
    const ranked = lookClosely(chosen, weighed, totalOf, options.base);
    return { hits: ranked.slice(0, options.limit), counts };
  } finally {
    forgetNotes();
  }
};
