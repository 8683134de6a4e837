/** The first of a month in words: French alone counts it with an ordinal, which Intl does not know ("mardi 1er décembre"). */
export const withFirstOfMonth = (words: string, locale: string): string =>
  locale.startsWith('fr') ? words.replace(/(?<![\p{L}\d])1 (?=\p{L}{3})/u, '1er ') : words;
