/** U+202F: the space French sets before high punctuation, inside guillemets and between a figure and its unit. */
const NARROW = '\u202f';

const RULES: readonly (readonly [pattern: RegExp, replacement: string])[] = [
  // A space before high punctuation becomes narrow and unbreakable, whatever it was.
  [/[ \u00a0\u202f]+([;:!?]+)(?=$|[\s»”)\].,…])/gu, `${NARROW}$1`],
  // A missing one is added after a word, but only at the end of it: `https://`, `10:30` and `a?b` are not prose.
  [/(?<=[\p{L}\p{N}»”)\]])([;:!?]+)(?=$|[\s»”)\]])/gu, `${NARROW}$1`],
  [/«[ \u00a0\u202f]*(?=\S)/gu, `«${NARROW}`],
  [/(?<=\S)[ \u00a0\u202f]*»/gu, `${NARROW}»`],
  [/(?<=\p{L})'(?=\p{L})/gu, '’'],
  [/(?<=\d)[ \u00a0](?=(\d{3})(?!\d))/gu, NARROW],
  [/(?<=\d)[ \u00a0](?=[%€])/gu, NARROW],
];

/**
 * Sets a piece of prose by the rules of French typography: narrow no-break spaces (U+202F) before `; : ! ?`, inside
 * guillemets, in numbers and before their unit; the typographic apostrophe. Running it twice changes nothing.
 * Source of the rules: Lexique des règles typographiques en usage à l'Imprimerie nationale.
 */
export const frenchTypography = (prose: string): string =>
  RULES.reduce((text, [pattern, replacement]) => text.replace(pattern, replacement), prose);
