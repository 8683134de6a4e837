import type { Locale } from '../people/locale';

/** An ending that goes when at least `keep` letters stay before it, and what stands in its place. */
type Ending = readonly [ending: string, keep: number, replacement?: string];

/**
 * Endings of French, folded: nouns made of verbs first, then those of conjugation. Only what brings forms of one word
 * together; endings that make another word of it (comptable, comptabilité, compte) stay.
 */
const FRENCH: readonly Ending[] = [
  ['issement', 4],
  ['atrice', 4],
  ['ateur', 4],
  ['ement', 4],
  ['ation', 4],
  ['age', 5],
  ['eraient', 4],
  ['erait', 4],
  ['eront', 4],
  ['erons', 4],
  ['aient', 4],
  ['antes', 4],
  ['erez', 4],
  ['erai', 4],
  ['ions', 4],
  ['ante', 4],
  ['ente', 4],
  ['iez', 4],
  ['ant', 4],
  ['ent', 4],
  ['era', 4],
  ['ait', 4],
  ['ons', 4],
  ['tion', 3, 't'],
  ['sion', 3, 's'],
  ['ere', 4, 'er'],
  ['ee', 3],
  ['er', 3],
  ['ez', 3],
  ['ie', 4],
  ['ir', 4],
  ['if', 3, 'iv'],
  ['i', 4],
  ['e', 3],
];

const ENGLISH: readonly Ending[] = [
  ['ations', 4],
  ['ation', 4],
  ['ments', 4],
  ['ment', 4],
  ['tion', 3, 't'],
  ['sion', 3, 's'],
  ['ings', 3],
  ['ing', 3],
  ['ied', 3, 'i'],
  ['ed', 3],
  ['ly', 4],
  ['y', 3, 'i'],
  ['e', 3],
];

const PLURALS: Record<Locale, (word: string) => string> = {
  fr: (word) => {
    if (word.endsWith('eaux')) return word.slice(0, -1);
    if (word.endsWith('aux') && word.length > 4) return `${word.slice(0, -3)}al`;
    return word.length > 3 ? word.replace(/(?<=[^s])s$|x$/, '') : word;
  },
  en: (word) => {
    if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
    if (/(?:x|ch|sh|ss|z)es$/.test(word)) return word.slice(0, -2);
    return word.length > 3 ? word.replace(/(?<=[^su])s$/, '') : word;
  },
};

const ENDINGS: Record<Locale, readonly Ending[]> = { fr: FRENCH, en: ENGLISH };

const withoutEnding = (word: string, endings: readonly Ending[]): string => {
  for (const [ending, keep, replacement = ''] of endings) {
    if (word.endsWith(ending) && word.length - ending.length >= keep)
      return word.slice(0, word.length - ending.length) + replacement;
  }
  return word;
};

/**
 * What the forms of a word have in common: without plural, conjugation and the endings of nouns made of verbs. Takes
 * folded words, so that it gives the same with and without accents (the stemmers of Postgres read accents). What it
 * answers is no word; it is only the same for words that belong together.
 */
export const stemOf = (folded: string, locale: Locale): string => {
  if (folded.length <= 3 || /\d/.test(folded)) return folded;
  const stem = withoutEnding(PLURALS[locale](folded), ENDINGS[locale]);
  return stem.length > 3 ? stem.replace(/([b-df-hj-np-tv-z])\1$/, '$1') : stem;
};
