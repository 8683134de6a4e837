import type { Audience } from '@/domain/access/grants';
import type { Locale } from '@/domain/people/locale';
import { stem, termsOf, type Word, wordsOf } from '@/domain/search/words';

/** What can be found. */
export type SearchKind = 'article' | 'faq' | 'note' | 'event';

/** A document as search sees it. */
export type Searchable = {
  kind: SearchKind;
  audience: Audience;
  title: string;
  headings: readonly string[];
  keywords: readonly string[];
  text: string;
  href: string;
};

/** A piece of an excerpt; `hit` marks the words that were looked for. */
export type ExcerptPart = { text: string; hit: boolean };

/** A result: `excerpt` is plain, `parts` is the same cut where it should be highlighted. */
export type SearchHit = {
  kind: SearchKind;
  title: string;
  excerpt: string;
  parts: readonly ExcerptPart[];
  href: string;
};

/** How much a word counts by where it stands. */
const WEIGHTS = { title: 6, keywords: 4, headings: 3, text: 1 } as const;
/** A word that only begins as the query's does counts less than the word itself. */
const PREFIX_WEIGHT = 0.5;
/** Shorter beginnings are too many words' to help, except while the last one is being typed. */
const MIN_PREFIX = 4;
const EXCERPT_LENGTH = 180;
/** What scores less than this part of the best only happens to share a common word with the query. */
const TAIL = 0.1;

type Posting = { document: number; weight: number };

export type SearchIndex = {
  /** Documents that hold at least one word of the query, best first; only those of the reader's audiences. */
  search: (query: string, audiences: readonly Audience[], limit: number) => SearchHit[];
};

/**
 * An index of some documents in memory. A document is found by any word of the query, and ranked by how rare the words
 * it holds are, where they stand (title, keywords, headings, text) and how many of them there are. Accents, case and
 * plurals do not matter; the last word may be unfinished.
 */
export const makeSearchIndex = (locale: Locale, documents: readonly Searchable[]): SearchIndex => {
  const postings = indexWords(documents);
  const vocabulary = [...postings.keys()].sort();
  return {
    search: (query, audiences, limit) => {
      const terms = termsOf(query, locale);
      const scores = new Map<number, { score: number; terms: number }>();
      for (const [position, term] of terms.entries()) {
        const weights = weightsOf(term, position === terms.length - 1, postings, vocabulary, documents.length);
        for (const [document, weight] of weights) {
          const before = scores.get(document) ?? { score: 0, terms: 0 };
          scores.set(document, { score: before.score + weight, terms: before.terms + 1 });
        }
      }
      const ranked = [...scores]
        .map(([document, { score, terms: found }]) => ({ document: documents[document], score: score * found }))
        .filter((result) => result.document !== undefined && audiences.includes(result.document.audience))
        .sort((a, b) => b.score - a.score);
      const least = (ranked[0]?.score ?? 0) * TAIL;
      return ranked
        .filter((result) => result.score >= least)
        .slice(0, limit)
        .flatMap(({ document }) => (document ? [hitOf(document, terms)] : []));
    },
  };
};

function indexWords(documents: readonly Searchable[]): Map<string, Posting[]> {
  const postings = new Map<string, Posting[]>();
  for (const [number, document] of documents.entries()) {
    for (const [word, weight] of weighWords(document)) {
      const list = postings.get(word) ?? [];
      list.push({ document: number, weight });
      postings.set(word, list);
    }
  }
  return postings;
}

function weighWords(document: Searchable): Map<string, number> {
  const fields: readonly (readonly [text: string, weight: number])[] = [
    [document.title, WEIGHTS.title],
    [document.keywords.join(' '), WEIGHTS.keywords],
    [document.headings.join(' '), WEIGHTS.headings],
    [document.text, WEIGHTS.text],
  ];
  const weights = new Map<string, number>();
  for (const [text, weight] of fields) {
    const counts = new Map<string, number>();
    for (const { folded } of wordsOf(text)) counts.set(stem(folded), (counts.get(stem(folded)) ?? 0) + 1);
    // The tenth occurrence tells little more than the third.
    for (const [word, count] of counts) weights.set(word, (weights.get(word) ?? 0) + weight * (1 + Math.log(count)));
  }
  return weights;
}

/** Per document, what one term of the query adds to its score. */
function weightsOf(
  term: string,
  last: boolean,
  postings: ReadonlyMap<string, readonly Posting[]>,
  vocabulary: readonly string[],
  documents: number,
): Map<number, number> {
  const stemmed = stem(term);
  const weights = new Map<number, number>();
  const add = (word: string, factor: number) => {
    const list = postings.get(word) ?? [];
    const rarity = Math.log(1 + documents / (1 + list.length));
    for (const { document, weight } of list) {
      weights.set(document, Math.max(weights.get(document) ?? 0, weight * rarity * factor));
    }
  };
  add(stemmed, 1);
  if (term.length >= (last ? 2 : MIN_PREFIX)) {
    for (const word of wordsFrom(vocabulary, term)) if (word !== stemmed) add(word, PREFIX_WEIGHT);
  }
  return weights;
}

/** The words that begin so, out of a sorted list. */
function* wordsFrom(vocabulary: readonly string[], prefix: string): Generator<string> {
  let low = 0;
  let high = vocabulary.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((vocabulary[middle] ?? '') < prefix) low = middle + 1;
    else high = middle;
  }
  for (let at = low; vocabulary[at]?.startsWith(prefix); at += 1) yield vocabulary[at] ?? '';
}

function hitOf({ kind, title, text, href }: Searchable, terms: readonly string[]): SearchHit {
  const matches = wordsOf(text).filter((word) => matchesAny(word, terms));
  const parts = excerptOf(text, matches);
  return { kind, title, href, parts, excerpt: parts.map((part) => part.text).join('') };
}

const matchesAny = ({ folded }: Word, terms: readonly string[]): boolean =>
  terms.some((term) => stem(folded) === stem(term) || (term.length >= MIN_PREFIX && folded.startsWith(term)));

/** The stretch of a text where the words looked for stand closest together. */
function excerptOf(text: string, matches: readonly Word[]): ExcerptPart[] {
  const anchor = densest(matches);
  const start = anchor ? wordStart(text, Math.max(0, anchor.start - 40)) : 0;
  const end = wordEnd(text, Math.min(text.length, start + EXCERPT_LENGTH));
  const parts: ExcerptPart[] = [];
  let at = start;
  for (const match of matches.filter((word) => word.start >= start && word.end <= end)) {
    if (match.start > at) parts.push({ text: text.slice(at, match.start), hit: false });
    parts.push({ text: text.slice(match.start, match.end), hit: true });
    at = match.end;
  }
  const rest = text.slice(at, end);
  parts.push({ text: end < text.length ? `${rest.replace(/[\s.,;:·…]+$/u, '')}…` : rest, hit: false });
  if (start > 0) parts.unshift({ text: '…', hit: false });
  return parts.filter((part) => part.text !== '');
}

function densest(matches: readonly Word[]): Word | undefined {
  let best: Word | undefined;
  let most = 0;
  for (const first of matches) {
    const near = new Set(
      matches.filter(({ start }) => start >= first.start && start < first.start + EXCERPT_LENGTH).map((m) => m.folded),
    );
    if (near.size > most) [best, most] = [first, near.size];
  }
  return best;
}

const wordStart = (text: string, at: number): number => (at === 0 ? 0 : text.indexOf(' ', at) + 1 || at);

const wordEnd = (text: string, at: number): number => {
  if (at >= text.length) return text.length;
  const space = text.lastIndexOf(' ', at);
  return space > 0 ? space : at;
};
