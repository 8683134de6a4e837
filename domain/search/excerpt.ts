import type { Locale } from '../people/locale';
import type { ExcerptPart } from './answer';
import { stemOf } from './stems';
import { isStopWord, type Word, wordsOf } from './words';

const LENGTH = 180;
/** So much stands before the first word that was looked for. */
const LEAD = 40;
/** Longer texts are read so far; what stands further down is rarely the best place. */
const MOST_READ = 12_000;

/** What marks a word: the terms looked for, and the beginning of one that is still being typed. */
export type Marks = { terms: ReadonlySet<string>; prefix: string | null };

/** A stem begins as its word does, with as many letters at least: other words need not be taken to their stems. */
const KEPT_BY_STEMS = 2;

/** Whether a folded word is one that was looked for. */
const matcher = ({ terms, prefix }: Marks, locale: Locale): ((folded: string) => boolean) => {
  const beginnings = new Set([...terms].map((term) => term.slice(0, KEPT_BY_STEMS)));
  return (folded) => {
    if (prefix !== null && folded.startsWith(prefix)) return !isStopWord(folded, locale);
    if (!beginnings.has(folded.slice(0, KEPT_BY_STEMS))) return false;
    return !isStopWord(folded, locale) && terms.has(stemOf(folded, locale));
  };
};

/** The stretch of a text where the words looked for stand closest together, with these words marked. */
export const excerptOf = (text: string, marks: Marks, locale: Locale): ExcerptPart[] => {
  const read = text.slice(0, MOST_READ);
  const isMatch = matcher(marks, locale);
  const matches = wordsOf(read).filter(({ folded }) => isMatch(folded));
  const anchor = densest(matches);
  const start = anchor ? wordStart(read, Math.max(0, anchor.start - LEAD)) : 0;
  const end = wordEnd(text, Math.min(text.length, start + LENGTH));
  return cut(text, start, end, matches);
};

const cut = (text: string, start: number, end: number, matches: readonly Word[]): ExcerptPart[] => {
  const parts: ExcerptPart[] = start > 0 ? [{ text: '…', marked: false }] : [];
  let at = start;
  for (const match of matches.filter((word) => word.start >= start && word.end <= end)) {
    if (match.start > at) parts.push({ text: text.slice(at, match.start), marked: false });
    parts.push({ text: text.slice(match.start, match.end), marked: true });
    at = match.end;
  }
  const rest = text.slice(at, end);
  parts.push({ text: end < text.length ? `${rest.replace(/[\s.,;:·…]+$/u, '')}…` : rest, marked: false });
  return parts.filter((part) => part.text !== '');
};

const densest = (matches: readonly Word[]): Word | undefined => {
  let best: Word | undefined;
  let most = 0;
  for (const [index, first] of matches.entries()) {
    const near = new Set<string>();
    for (let next = index; (matches[next]?.start ?? Number.POSITIVE_INFINITY) < first.start + LENGTH - LEAD; next += 1)
      near.add(matches[next]?.folded ?? '');
    if (near.size > most) [best, most] = [first, near.size];
  }
  return best;
};

const wordStart = (text: string, at: number): number => (at === 0 ? 0 : text.indexOf(' ', at) + 1 || at);

const wordEnd = (text: string, at: number): number => {
  if (at >= text.length) return text.length;
  const space = text.lastIndexOf(' ', at);
  return space > 0 ? space : at;
};
