import { AUDIENCES } from '@/domain/access/grants';
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
  const postings = new Map<string, { article: number; weight: number }[]>();
  for (const [article, vector] of vectors.entries()) {
    for (const [term, weight] of vector) {
      const list = postings.get(term) ?? [];
      list.push({ article, weight });
      postings.set(term, list);
    }
  }
  const scores = new Float64Array(articles.length);
  return new Map(
    articles.map((article, number) => [
      article.path,
      nearest(number, vectors[number] ?? new Map(), articles, postings, scores),
    ]),
  );
};

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

function nearest(
  number: number,
  vector: Vector,
  articles: readonly ArticleEntry[],
  postings: ReadonlyMap<string, readonly { article: number; weight: number }[]>,
  scores: Float64Array,
): string[] {
  const touched = new Set<number>();
  for (const [term, own] of vector) {
    for (const { article, weight } of postings.get(term) ?? []) {
      if (article === number) continue;
      if (scores[article] === 0) touched.add(article);
      scores[article] = (scores[article] ?? 0) + own * weight;
    }
  }
  const here = articles[number]?.folder;
  const ranked = [...touched]
    .flatMap((other) => {
      const article = articles[other];
      const score = scores[other] ?? 0;
      // The row is used again for the next article.
      scores[other] = 0;
      return article ? [{ article, score: score * (article.folder === here ? SAME_COLLECTION : 1) }] : [];
    })
    .filter(({ score }) => score >= LEAST)
    .sort((a, b) => b.score - a.score || (a.article.path < b.article.path ? -1 : 1));
  const kept = new Set(
    AUDIENCES.flatMap((audience) => ranked.filter(({ article }) => article.audience === audience).slice(0, KEPT)),
  );
  return ranked.filter((candidate) => kept.has(candidate)).map(({ article }) => article.key);
}
