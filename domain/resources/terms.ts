import type { Locale } from '../people/locale';

/** A term of the glossary with the other names it goes by. */
export type NamedTerm = { slug: string; term: string; aliases: readonly string[] };

/** Where a term stands in a text: from `start` to before `end`. */
export type TermPlace = { slug: string; start: number; end: number };

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Endings that a word takes in the plural; crude, as only words that are written somewhere are looked for. */
const PLURALS: Record<Locale, readonly (readonly [ending: RegExp, forms: string])[]> = {
  fr: [
    [/[sxz]$/, ''],
    [/al$/, '(?:al|aux)'],
    [/ail$/, '(?:ails?|aux)'],
    [/(eau|eu|ou)$/, '$1[sx]?'],
    [/$/, 's?'],
  ],
  en: [
    [/(s|x|ch|sh)$/, '$1(?:es)?'],
    [/([^aeiou])y$/, '$1(?:y|ies)'],
    [/$/, 's?'],
  ],
};

/** Little words inside a term never change: “pièce à joindre”, “chart of accounts”. */
const LITTLE = /^(?:à|au|aux|d|de|des|du|en|et|l|la|le|les|par|pour|sur|and|by|for|in|of|on|the|to)$/;

const isAcronym = (word: string): boolean => /^[\p{Lu}\p{N}]{2,}$/u.test(word);

const wordPattern = (word: string, first: boolean, locale: Locale): string => {
  const initial = word.charAt(0);
  const rest = word.slice(1);
  // A sentence may begin with the term; capitals inside it mean something.
  const head =
    first && initial.toLowerCase() !== initial.toUpperCase() && !isAcronym(word)
      ? `[${initial.toLowerCase()}${initial.toUpperCase()}]`
      : escaped(initial);
  if (isAcronym(word) || LITTLE.test(word)) return head + escaped(rest);
  const [ending, forms] = PLURALS[locale].find(([candidate]) => candidate.test(word)) ?? [/$/, ''];
  if (forms === '') return head + escaped(rest);
  // The ending may be as long as the word itself: “al” has no head of its own then.
  return rest.length >= 2 ? head + escaped(rest).replace(ending, forms) : head + escaped(rest);
};

/** Spaces of any width, and hyphens, part the words of a term; apostrophes may be curved or straight. */
const namePattern = (name: string, locale: Locale): string => {
  const words = name.split(/([\s\u00a0\u202f]+|-|['’])/u);
  return words
    .map((piece, at) => {
      if (/^[\s\u00a0\u202f]+$/u.test(piece)) return '[\\s\\u00a0\\u202f]+';
      if (/^['’]$/.test(piece)) return "['’]";
      return piece === '-' ? '-' : wordPattern(piece, at === 0, locale);
    })
    .join('');
};

/** Finds the terms of a glossary in a piece of prose. */
export type TermFinder = (text: string) => TermPlace[];

/**
 * Makes a finder for these terms: whole words only, plural or singular, the longest name where several begin at one
 * place (“direct debit mandate” before “mandate”). Acronyms are looked for as they are written. Null without terms.
 */
export const termFinder = (terms: readonly NamedTerm[], locale: Locale): TermFinder | null => {
  const names = terms.flatMap(({ slug, term, aliases }) => [term, ...aliases].map((name) => ({ slug, name })));
  if (names.length === 0) return null;
  names.sort((a, b) => b.name.length - a.name.length);
  const alternatives = names.map(({ name }) => `(${namePattern(name, locale)})`);
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}_-])(?:${alternatives.join('|')})(?![\\p{L}\\p{N}_-])`, 'gu');
  return (text) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const found = match.slice(1).findIndex((group) => group !== undefined);
      const slug = names[found]?.slug;
      return slug === undefined ? [] : [{ slug, start: match.index, end: match.index + match[0].length }];
    });
};

/** The letter a term stands under: without its accent, `#` for what is none. */
export const letterOf = (term: string): string => {
  const letter = term.normalize('NFD').charAt(0).toUpperCase();
  return /[A-Z]/.test(letter) ? letter : '#';
};
