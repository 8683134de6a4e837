/** U+202F: the space French sets before high punctuation, inside guillemets, in numbers and before their unit. */
const NARROW = '\u202f';
/** U+00A0: as wide as the space between words; keeps a title with its name, a day with its month. */
const FIRM = '\u00a0';
/** Any space of one line. */
const GAP = '[ \\u00a0\\u202f]';
const END = "(?![\\p{L}\\p{N}’'])";

const UNITS =
  'k€|M€|€|\\$|£|%|‰|°C|°|km/h|km²|m²|m³|km|cm|mm|kg|mg|ml|cl|kWh|kW|MHz|GHz|Hz|Mbit/s|Gbit/s|[kKMGT]?o|px|pt|dpi|min|ms|[gmlLshWV]';
const MONTHS = 'janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre';
/** Words that lose their vowel, so that an apostrophe after them ends a word cut by emphasis or a link. */
const ELIDED = '[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu|quelqu';

type Rule = readonly [pattern: RegExp, replacement: string | ((found: string) => string)];

/** What stands beside a piece of prose in its paragraph: other words, set apart by emphasis, code or a link. */
export type Beside = { before?: boolean };

const LETTERS: readonly Rule[] = [
  [/(?<=\p{L})'(?=[\p{L}\d«“])/gu, '’'],
  [new RegExp(`(?<![\\p{L}\\p{N}])(${ELIDED})'$`, 'giu'), '$1’'],
  [/(?<!\.)\.{3}(?!\.)/g, '…'],
  // A pair of straight quotes around whole words.
  [/(?<=^|[\s(])"(?=\S)([^"\n]*\S)"(?=$|[\s).,;:!?…])/gu, `«${NARROW}$1${NARROW}»`],
  // Ordinals by the book: 2e, 1re, XIXe.
  [/(?<![\p{L}\p{N}])1[èe]re(s?)(?![\p{L}\p{N}])/gu, '1re$1'],
  [/(?<![\p{L}\p{N}])([2-9]|\d{2,}|[IVXLC]+)[èeé]me(s?)(?![\p{L}\p{N}])/gu, '$1e$2'],
];

const DASHES: readonly Rule[] = [
  [/(?<=^|\s)--(?=\s|$)/gu, '—'],
  [/(?<=[\p{L}\p{N}»”).,…]) - (?=[\p{L}\p{N}«“(])/gu, ' – '],
  // A line of dialogue begins with its dash.
  [new RegExp(`^([—–])${GAP}*(?=\\S)`, 'gmu'), `$1${FIRM}`],
];

const PUNCTUATION: readonly Rule[] = [
  // A space before high punctuation becomes narrow and unbreakable, whatever it was.
  [new RegExp(`${GAP}+([;:!?]+)(?=$|[\\s»”)\\],.…])`, 'gu'), `${NARROW}$1`],
  // A missing one is added after a word, but only at the end of it: `https://`, `10:30` and `a?b` are not prose.
  [/(?<=[\p{L}\p{N}»”)\]…%€°\ue000])([;:!?]+)(?=$|[\s»”)\]])/gu, `${NARROW}$1`],
  [new RegExp(`«${GAP}*`, 'gu'), `«${NARROW}`],
  [new RegExp(`${GAP}*»`, 'gu'), `${NARROW}»`],
];

const narrowed = (found: string): string => found.replace(new RegExp(GAP, 'gu'), NARROW);

const NUMBERS: readonly Rule[] = [
  // Thousands: groups of three after one to three figures; a year before a number (2026 300) is none.
  [new RegExp(`(?<![\\d\\p{L}.,]|\\d${GAP})\\d{1,3}(?:${GAP}\\d{3})+(?![\\d\\p{L}]|${GAP}\\d)`, 'gu'), narrowed],
  // Telephone numbers, in pairs.
  [new RegExp(`(?<![\\d\\p{L}])0\\d(?:${GAP}\\d\\d){4}(?!\\d)`, 'gu'), narrowed],
  // Hours before units: the `h` of 14h30 is one as well.
  [
    new RegExp(`(?<![\\p{L}\\d,.:])([01]?\\d|2[0-4])${GAP}?h${GAP}?([0-5]\\d)(?![\\p{L}\\d])`, 'gu'),
    `$1${NARROW}h${NARROW}$2`,
  ],
  [new RegExp(`(?<![\\p{L}\\d,.:])(\\d{1,3})h${END}`, 'gu'), `$1${NARROW}h`],
  [new RegExp(`(?<=\\d)${GAP}(?=(?:${UNITS})${END})`, 'gu'), NARROW],
  [/(?<=\d)(?=[%‰€])/gu, NARROW],
  [new RegExp(`(?<![\\p{L}])([nN][°º]s?)${GAP}*(?=\\d)`, 'gu'), `$1${NARROW}`],
  [/(?<=\d)[ \u00a0\u202f]?[x×][ \u00a0\u202f]?(?=\d)/gu, `${FIRM}×${FIRM}`],
  [new RegExp(`(?<![\\p{L}\\d])(\\d{1,2}|1er)${GAP}(?=(?:${MONTHS})(?!\\p{L}))`, 'gu'), `$1${FIRM}`],
  [new RegExp(`(?<![\\p{L}])(M\\.|MM\\.|Mme|Mmes|Mlle|Dr|Pr|Me)${GAP}(?=\\p{Lu})`, 'gu'), `$1${FIRM}`],
  [new RegExp(`(?<![\\p{L}])((?:p|art|chap|fig|vol|al)\\.)${GAP}(?=\\d)`, 'gu'), `$1${FIRM}`],
];

/** A mark that opens its piece of text belongs to the word in the piece before: `code`: and so on. */
const AFTER_ANOTHER: readonly Rule[] = [[/^([;:!?]+)(?=$|[\s»”)\]])/u, `${NARROW}$1`]];

/** Addresses, mail addresses, paths and names of files are not prose; each stands aside as one letter meanwhile. */
const ASIDE =
  /(?:https?:\/\/|www\.)[^\s<>«»]*[^\s<>«».,;:!?)\]’'"]|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?<![\p{L}\p{N}])\/[\w-]+(?:\/[\w.-]*)+|(?<![\p{L}\p{N}])[\w-]+\.(?:csv|xlsx?|pdf|json|zip|png|jpe?g|svg|mp4|ics|xml|txt)(?![\p{L}\p{N}])/gu;
const PLACE = '\ue000';

const applied = (text: string, rules: readonly Rule[]): string =>
  rules.reduce((set, [pattern, replacement]) => set.replace(pattern, replacement as string), text);

/**
 * Sets a piece of prose by the rules of French typography: narrow no-break spaces (U+202F) before `; : ! ?`, inside
 * guillemets, in numbers, hours and before units; apostrophe, ellipsis, dashes, guillemets for straight quotes, ordinals.
 * Addresses and names of files are left alone. Running it twice changes nothing.
 * Source of the rules: Lexique des règles typographiques en usage à l'Imprimerie nationale.
 */
export const frenchTypography = (prose: string, { before = false }: Beside = {}): string => {
  const aside: string[] = [];
  const open = prose.replace(ASIDE, (found) => {
    aside.push(found);
    return PLACE;
  });
  const rules = [...LETTERS, ...DASHES, ...PUNCTUATION, ...(before ? AFTER_ANOTHER : []), ...NUMBERS];
  let next = 0;
  return applied(open, rules).replaceAll(PLACE, () => aside[next++] ?? '');
};
