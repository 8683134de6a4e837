import { LOCALES, type Locale } from '../people/locale';
import { stemOf } from './stems';
import type { Alternative, Slot } from './weighing';
import { isStopWord, type Word, wordsOf } from './words';

/** What is looked for instead of a word counts a little less than the word itself. */
export const FACTORS = { synonym: 0.7, phrase: 0.5, prefix: 0.6, otherLanguage: 0.9 } as const;

/** Nobody looks for more words than this; the longest tell most. */
const MOST_WORDS = 24;

/** A group of expressions that mean the same to customers. */
export type SynonymGroup = readonly string[];

export type ParsedQuery = {
  /** The words worth looking for, in their order, each once. */
  words: readonly Word[];
  slots: readonly Slot[];
  /** The last word if it may be unfinished: nothing stands behind it. */
  unfinished: string | null;
};

/** The words of a text worth looking for; all of them when nothing else is left. */
const tellingWords = (text: string, locale: Locale): Word[] => {
  const all = wordsOf(text);
  const telling = all.filter(({ folded }) => !isStopWord(folded, locale));
  return telling.length > 0 ? telling : all;
};

const termsOf = (text: string, locale: Locale): string[] =>
  tellingWords(text, locale).map(({ folded }) => stemOf(folded, locale));

/** Where a run of terms begins in another; -1 when it does not stand there. */
const placeOf = (run: readonly string[], terms: readonly string[]): number =>
  terms.findIndex((_, at) => run.every((term, offset) => terms[at + offset] === term));

/** An expression in place of another: as one word, or as all of its words together, of which each alone says something else. */
const standingFor = (terms: readonly string[]): Alternative[] => {
  const all = [...new Set(terms)];
  const [only] = all;
  if (only === undefined) return [];
  if (all.length === 1) return [{ term: only, factor: FACTORS.synonym }];
  return [{ term: all.join(' '), factor: FACTORS.phrase, all }];
};

/** What the groups of synonyms add to each word of the query, by its place. */
const synonymsOf = (terms: readonly string[], groups: readonly SynonymGroup[], locale: Locale): Alternative[][] => {
  const added: Alternative[][] = terms.map(() => []);
  for (const group of groups) {
    const expressions = group.map((expression) => termsOf(expression, locale));
    for (const [index, expression] of expressions.entries()) {
      const at = expression.length > 0 ? placeOf(expression, terms) : -1;
      if (at < 0) continue;
      const others = expressions.filter((_, other) => other !== index);
      for (const other of others)
        for (let offset = 0; offset < expression.length; offset += 1) added[at + offset]?.push(...standingFor(other));
    }
  }
  return added;
};

/**
 * Takes a query apart into the words to look for, each with what may stand for it. `anyLanguage` looks for the forms of
 * the other languages, too, as requests are written in whichever.
 */
export const parseQuery = (
  query: string,
  locale: Locale,
  synonyms: readonly SynonymGroup[],
  anyLanguage: boolean,
): ParsedQuery => {
  const seen = new Set<string>();
  const words = tellingWords(query, locale)
    .slice(0, MOST_WORDS)
    .filter(({ folded }) => {
      const term = stemOf(folded, locale);
      return seen.has(term) ? false : seen.add(term);
    });
  const terms = words.map(({ folded }) => stemOf(folded, locale));
  const added = synonymsOf(terms, synonyms, locale);
  const slots = words.map(({ folded }, index): Slot => {
    const own = terms[index] ?? folded;
    const foreign = LOCALES.map((other) => stemOf(folded, other)).filter((term) => anyLanguage && term !== own);
    const alternatives: Alternative[] = [
      { term: own, factor: 1 },
      ...foreign.map((term) => ({ term, factor: FACTORS.otherLanguage, foreign: true as const })),
      ...(added[index] ?? []),
    ];
    return { word: folded, alternatives: onceEach(alternatives) };
  });
  const last = wordsOf(query).at(-1);
  const unfinished = last && last.end === query.length ? last.folded : null;
  return { words, slots, unfinished };
};

/** Each term once, with the best of its factors; foreign only where it is nothing else. */
export const onceEach = (alternatives: readonly Alternative[]): Alternative[] => {
  const best = new Map<string, Alternative>();
  for (const { term, factor, foreign, all } of alternatives) {
    const known = best.get(term);
    const isForeign = foreign && (known?.foreign ?? true);
    best.set(term, {
      term,
      factor: Math.max(factor, known?.factor ?? 0),
      ...(isForeign ? { foreign } : {}),
      ...(all ? { all } : {}),
    });
  }
  return [...best.values()];
};

/** The query with some of its words replaced by what was meant; everything between them stays as typed. */
export const correctQuery = (
  query: string,
  words: readonly Word[],
  meant: ReadonlyMap<string, { shown: string }>,
): string => {
  let corrected = '';
  let at = 0;
  for (const { folded, start, end } of words) {
    const shown = meant.get(folded)?.shown;
    if (shown === undefined) continue;
    corrected += query.slice(at, start) + shown;
    at = end;
  }
  return corrected + query.slice(at);
};
