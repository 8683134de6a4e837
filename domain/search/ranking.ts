import { forgetNotes, markShown, type Noted, type Notes, noteSlot, notesFor } from './notes';
import { readPostings, readSections } from './postings';
import { type Held, type Part, type PostingList, type Slot, type Weighed, weighSlots } from './weighing';

export type Ranked = {
  document: number;
  score: number;
  /** The section in which most of the query stands together; `null` when it is the document as a whole. */
  section: number | null;
  /** Where to take the excerpt from. */
  excerptSection: number;
};

export type RankingOptions = Noted & {
  /** How many hits are wanted, best first. */
  limit: number;
  /** What a hit of each kind is worth against others. */
  priors: readonly number[];
  /** Only hits of these kinds; all are counted. */
  only?: readonly number[] | undefined;
  /** There are at most so many documents. */
  span: number;
  /** The pool of what answers questions by being read: where it lacks a word, it has to say more than others. */
  answers: number;
  /** The same of what is written in another language than is asked in: words that look alike are no answer yet. */
  foreign: number;
};

/** The constants of the ranking, chosen on the tuning half of the questions in `bench/relevance`. */
const RANKING = {
  /** What a document must match of the query's information to be an answer rather than noise. */
  leastShare: 0.28,
  /** The same of a document in another language, in which the words of a question may be found by chance. */
  leastForeign: 0.5,
  /** One word in common is no answer to a question of three, unless it is most of what was asked. */
  enoughAlone: 0.6,
  /**
   * Where a word of the question stands in no answer at all, it may be about something else: what is found by the others
   * must cover much of them or say it loudly.
   */
  leastScore: 7,
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

type Candidate = { at: number; score: number; title: number };

const byScore = (a: Candidate, b: Candidate): number => b.score - a.score || b.at - a.at;

/** `question`: of three words or more. `doubtful`: by kind, whether one of the words stands nowhere. `leastShare`: by kind, of the query. */
type Demands = { question: boolean; doubtful: readonly boolean[]; leastShare: readonly number[] };

/** The best documents by what was noted, and how many there are of each kind. */
const choose = (
  notes: Notes,
  totalOf: readonly number[],
  { question, doubtful, leastShare }: Demands,
  { only, priors, limit }: RankingOptions,
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
    if (share < (leastShare[kind] ?? RANKING.leastShare)) continue;
    if (question && notes.words[at] === 1 && share < RANKING.enoughAlone) continue;
    const title = (notes.title[at] as number) / total;
    const most = ((notes.score[at] as number) / total) * (1 + RANKING.inTitle * title) * (priors[kind] ?? 1);
    if (doubtful[kind] && most * share ** RANKING.coveragePower < RANKING.leastScore) continue;
    counts[kind] = (counts[kind] ?? 0) + 1;
    // What cannot be among the best however much it covers needs no power worked out: most of tens of thousands.
    if (most <= bar || (only !== undefined && !only.includes(kind))) continue;
    const score = most * share ** RANKING.coveragePower;
    if (score <= bar) continue;
    chosen.push({ at, score, title });
    if (chosen.length < wanted * 8) continue;
    chosen.sort(byScore).length = wanted;
    bar = chosen[wanted - 1]?.score ?? 0;
  }
  return { counts, chosen: chosen.sort(byScore).slice(0, wanted) };
};

/** Adds what one list tells of the sections of those looked at: the best of the word's forms, by place and section. */
const noteSections = (
  { looked, size }: Notes,
  { list }: Held,
  worth: number,
  base: number,
  counted: Map<number, Map<number, number>>,
): void => {
  const { count, document, sectionsAt } = readPostings(list.bytes);
  for (let index = 0; index < count; index += 1) {
    const at = (document[index] as number) - base;
    if (at < 0 || at >= size || looked[at] === 0) continue;
    const place = (looked[at] as number) - 1;
    const own = counted.get(place) ?? new Map<number, number>();
    counted.set(place, own);
    for (const { section, inHeading, count: times } of readSections(list.bytes, sectionsAt[index] as number)) {
      const now = worth * (inHeading ? RANKING.inHeading : 1) * (1 + Math.log(times) / 8);
      own.set(section, Math.max(own.get(section) ?? 0, now));
    }
  }
};

/** What each section of the chosen documents holds of the query, by the document's place and the section. */
const sectionShares = (notes: Notes, chosen: readonly Candidate[], weighed: readonly Weighed[], base: number) => {
  const shares = chosen.map(() => new Map<number, number>());
  for (const [place, { at }] of chosen.entries()) notes.looked[at] = place + 1;
  try {
    for (const { held, telling } of weighed) {
      const counted = new Map<number, Map<number, number>>();
      for (const one of held) {
        if (one.sectioned) noteSections(notes, one, (telling[one.list.part.pool] ?? 0) * one.factor, base, counted);
      }
      for (const [place, own] of counted) {
        const sum = shares[place];
        for (const [section, worth] of own) sum?.set(section, (sum.get(section) ?? 0) + worth);
      }
    }
  } finally {
    for (const { at } of chosen) notes.looked[at] = 0;
  }
  return shares;
};

/** Ranks the chosen anew by how much of the query stands together in one section, which is where the hit leads. */
const lookClosely = (
  notes: Notes,
  chosen: readonly Candidate[],
  weighed: readonly Weighed[],
  totalOf: readonly number[],
  base: number,
): Ranked[] => {
  const shares = sectionShares(notes, chosen, weighed, base);
  const ranked = chosen.map(({ at, score, title }, place) => {
    const total = totalOf[(notes.kind[at] as number) - 1] ?? 1;
    let section = 0;
    let most = 0;
    for (const [candidate, worth] of shares[place] ?? []) {
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
  const notes = notesFor(options.span);
  const { weighed, totals } = weighSlots(slots, lists, parts, options);
  const totalOf: number[] = [];
  const doubtful: boolean[] = [];
  const leastShare: number[] = [];
  const lacksAWord = (pool: number): boolean => slots.length > 1 && weighed.some(({ known }) => !known[pool]);
  const lacking = [options.answers, options.foreign].filter(lacksAWord);
  for (const { kind, pool } of parts) {
    // Zero where every word of the query is one that tells nothing.
    totalOf[kind] = totals[pool] || 1;
    doubtful[kind] = lacking.includes(pool);
    leastShare[kind] = pool === options.foreign ? RANKING.leastForeign : RANKING.leastShare;
  }
  try {
    markShown(notes, options, 1);
    for (const slot of weighed) noteSlot(notes, slot, options);
    const { counts, chosen } = choose(notes, totalOf, { question: slots.length >= 3, doubtful, leastShare }, options);
    const ranked = lookClosely(notes, chosen, weighed, totalOf, options.base);
    return { hits: ranked.slice(0, options.limit), counts };
  } finally {
    markShown(notes, options, 0);
    forgetNotes(notes);
  }
};
