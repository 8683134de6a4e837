import type { Locale } from '../people/locale';

/** Words too common to find anything by; folded as `wordsOf` folds. */
const STOP_WORDS: Record<Locale, ReadonlySet<string>> = {
  fr: new Set(
    'a ai ainsi au aux avec c ca ce ces cet cette comment d dans de des du elle en est et eux faire fait il ils j je l la le les leur lui m ma mais me mes mon n ne nos notre nous on ou par pas peut peux plus pour pourquoi qu quand que quel quelle qui quoi s sa sans se ses si son sont sur t ta te tes ton tu un une veux vos votre vous y'.split(
      ' ',
    ),
  ),
  en: new Set(
    'a an and are as at be by can cannot could d did do does for from had has have how i if in into is it its ll m me my not of on or our re s should so t that the their them then there these they this to ve was we what when where which who why will with would you your'.split(
      ' ',
    ),
  ),
};

/** A word of a text, folded for comparison, and where it stands in it. */
export type Word = { folded: string; start: number; end: number };

/** Lower case without accents, ligatures opened: what a hurried reader types. */
export const fold = (text: string): string =>
  text.toLowerCase().replaceAll('œ', 'oe').replaceAll('æ', 'ae').normalize('NFD').replace(/\p{M}/gu, '');

/** A word without the ending of its plural, in the two languages; crude, and the same on both sides of a comparison. */
export const stem = (folded: string): string => {
  if (folded.length <= 3) return folded;
  if (folded.endsWith('ies')) return `${folded.slice(0, -3)}y`;
  if (folded.endsWith('aux')) return `${folded.slice(0, -3)}al`;
  return folded.replace(/(?<=[^s])s$|x$/, '');
};

/** Cuts a text into words (letters and figures; an apostrophe ends one), each folded, with its place in the text. */
export const wordsOf = (text: string): Word[] =>
  [...text.matchAll(/[\p{L}\p{N}]+/gu)].map((match) => ({
    folded: fold(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  }));

/** The words of a query worth looking for; all of them when nothing else is left. */
export const termsOf = (query: string, locale: Locale): string[] => {
  const all = wordsOf(query).map((word) => word.folded);
  const telling = all.filter((word) => !STOP_WORDS[locale].has(word));
  return [...new Set(telling.length > 0 ? telling : all)];
};
