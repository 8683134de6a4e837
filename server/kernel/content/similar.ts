import { AUDIENCES, type Audience } from '@/domain/access/grants';
import type { Locale } from '@/domain/people/locale';
import { stemOf } from '@/domain/search/stems';
import { isStopWord, wordsOf } from '@/domain/search/words';
import type { ArticleEntry } from './snapshot';

/** How much a word says of what an article is about, by where it stands. */
const WEIGHTS = { title: 5, keywords: 6, lead: 2, headings: 2, text: 1 } as const;
/** Words an article is compared by: enough to tell its subject, few enough for 10,000 articles. */
const COMPARED = 24;
/** A word that more than this part of all articles holds tells nothing of any. */
const COMMON = 0.3;
/** Neighbours on one shelf are a little nearer to each other. */
const SAME_COLLECTION = 1.2;
/** Less alike than this share of an article's own words is chance. */
const LEAST = 0.06;
/** As many for each audience, so that what some may not read takes no place from what all may. */
const KEPT = 4;

/** A word held by more articles than this ties each to too many: comparing would take longer than publishing. */
const MOST_HOLDERS = 400;
/** Of a text, the words it says most often are kept. */
const TOLD = 100;

type Vector = ReadonlyMap<string, number>;
/** The articles that hold a term, by number, and what it weighs in each: flat rows, since every pair of articles that share one is looked at. */
type Holders = { articles: Int32Array; weights: Float64Array };
/** How often each telling word stands in a text. */
export type TermCounts = readonly (readonly [term: string, count: number])[];

/** The words a text says most, stemmed; little words and numbers aside. What a text is kept as between publications. */
export const telling = (text: string, locale: Locale): TermCounts => {
  const counts = new Map<string, number>();
  addTerms(counts, text, 1, locale);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, TOLD);
};

/**
 * For each article (by path), the keys of those most like it, nearest first: by shared keywords, words and collection.
 * `texts` holds the words of each article's text. Holds some of every audience; whoever reads must filter by the reader's.
 */
export const similarArticles = (
  articles: readonly ArticleEntry[],
  locale: Locale,
  texts: ReadonlyMap<string, TermCounts>,
): Map<string, string[]> => {
  const counts = articles.map((article) => countTerms(article, locale, texts.get(article.path) ?? []));
  const holders = new Map<string, number>();
  for (const terms of counts) for (const term of terms.keys()) holders.set(term, (holders.get(term) ?? 0) + 1);
  const vectors = counts.map((terms) => vectorOf(terms, holders, articles.length));
  const compare = comparison(articles, postingsOf(vectors));
  return new Map(articles.map((article, number) => [article.path, compare(number, vectors[number] ?? new Map())]));
};

function postingsOf(vectors: readonly Vector[]): ReadonlyMap<string, Holders> {
  const lists = new Map<string, { articles: number[]; weights: number[] }>();
  for (const [number, vector] of vectors.entries()) {
    for (const [term, weight] of vector) {
      const list = lists.get(term) ?? { articles: [], weights: [] };
      list.articles.push(number);
      list.weights.push(weight);
      lists.set(term, list);
    }
  }
  return new Map(
    [...lists].map(([term, list]) => [
      term,
      { articles: Int32Array.from(list.articles), weights: Float64Array.from(list.weights) },
    ]),
  );
}

function addTerms(counts: Map<string, number>, text: string, weight: number, locale: Locale): void {
  for (const { folded } of wordsOf(text)) {
    if (folded.length < 3 || isStopWord(folded, locale)) continue;
    const term = stemOf(folded, locale);
    counts.set(term, (counts.get(term) ?? 0) + weight);
  }
}

function countTerms(article: ArticleEntry, locale: Locale, text: TermCounts): Map<string, number> {
  const counts = new Map(text.map(([term, count]) => [term, count * WEIGHTS.text]));
  addTerms(counts, article.title, WEIGHTS.title, locale);
  addTerms(counts, article.keywords.join(' '), WEIGHTS.keywords, locale);
  addTerms(counts, article.lead, WEIGHTS.lead, locale);
  addTerms(counts, article.headings.map((heading) => heading.text).join(' '), WEIGHTS.headings, locale);
  return counts;
}

/** The words that tell an article from the others, weighed so that all of them together measure one. */
function vectorOf(counts: Vector, holders: Vector, articles: number): Vector {
  const most = Math.min(MOST_HOLDERS, Math.max(3, articles * COMMON));
  const weighed = [...counts]
    .filter(([term]) => (holders.get(term) ?? 0) > 1 && (holders.get(term) ?? 0) <= most)
    .map(([term, count]) => [term, (1 + Math.log(count)) * Math.log(articles / (holders.get(term) ?? 1))] as const)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, COMPARED);
  const length = Math.sqrt(weighed.reduce((sum, [, weight]) => sum + weight * weight, 0)) || 1;
  return new Map(weighed.map(([term, weight]) => [term, weight / length]));
}

type Candidate = { article: ArticleEntry; score: number };

const nearerFirst = (a: Candidate, b: Candidate): number =>
  b.score - a.score || (a.article.path < b.article.path ? -1 : 1);

/** Keeps the nearest few in order: most candidates are further away than the last of them, and cost one comparison. */
function keepNearest(kept: Candidate[], candidate: Candidate): void {
  const last = kept[KEPT - 1];
  if (last && nearerFirst(last, candidate) < 0) return;
  kept.push(candidate);
  kept.sort(nearerFirst);
  kept.length = Math.min(kept.length, KEPT);
}

/** Compares one article with all that share a telling word with it; answers the keys of the nearest. */
function comparison(
  articles: readonly ArticleEntry[],
  postings: ReadonlyMap<string, Holders>,
): (number: number, vector: Vector) => string[] {
  // Used again for each article, and empty between two.
  const scores = new Float64Array(articles.length);
  const touched = new Int32Array(articles.length);
  return (number, vector) => {
    let count = 0;
    for (const [term, own] of vector) {
      const holders = postings.get(term);
      if (!holders) continue;
      for (let at = 0; at < holders.articles.length; at += 1) {
        const other = holders.articles[at] ?? 0;
        if (other === number) continue;
        if (scores[other] === 0) touched[count++] = other;
        scores[other] = (scores[other] ?? 0) + own * (holders.weights[at] ?? 0);
      }
    }
    const here = articles[number]?.folder;
    const kept = new Map<Audience, Candidate[]>(AUDIENCES.map((audience) => [audience, []]));
    for (let at = 0; at < count; at += 1) {
      const other = touched[at] ?? 0;
      const article = articles[other];
      const score = (scores[other] ?? 0) * (article?.folder === here ? SAME_COLLECTION : 1);
      scores[other] = 0;
      if (article && score >= LEAST) keepNearest(kept.get(article.audience) ?? [], { article, score });
    }
    return [...kept.values()]
      .flat()
      .sort(nearerFirst)
      .map(({ article }) => article.key);
  };
}
