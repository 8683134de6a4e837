import type { Locale } from '@/domain/people/locale';
import { isStopWord, wordsOf } from '@/domain/search/words';

/** The ways in which a question may be put less well. */
export const VARIANTS = ['asWritten', 'withoutAccents', 'oneTypo', 'keywords', 'truncated'] as const;
export type Variant = (typeof VARIANTS)[number];

/** Numbers between 0 and 1 that look random and are the same each time. */
export const seeded = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

const withoutAccents = (text: string): string =>
  text.replaceAll('œ', 'oe').replaceAll('æ', 'ae').normalize('NFD').replace(/\p{M}/gu, '');

/** One slip in one of the longer telling words: two letters changed, one left out, doubled, or another in its place. */
const oneTypo = (question: string, locale: Locale, random: () => number): string => {
  const words = wordsOf(question).filter(
    ({ folded }) => folded.length >= 5 && !/\d/.test(folded) && !isStopWord(folded, locale),
  );
  const word = words[Math.floor(random() * words.length)];
  if (!word) return question;
  const at = word.start + 1 + Math.floor(random() * (word.end - word.start - 2));
  const [letter = '', next = ''] = [question[at], question[at + 1]];
  const slips = [next + letter, next, letter + letter + next, `${'eatsnr'[Math.floor(random() * 6)] ?? 'e'}${next}`];
  return question.slice(0, at) + (slips[Math.floor(random() * slips.length)] ?? '') + question.slice(at + 2);
};

const keywords = (question: string, locale: Locale): string => {
  const telling = wordsOf(question).filter(({ folded }) => !isStopWord(folded, locale));
  return telling.map(({ start, end }) => question.slice(start, end)).join(' ') || question;
};

/** The first two thirds, as when the field was too short or patience ran out. */
const truncated = (question: string): string => {
  const words = question.split(' ');
  return words.slice(0, Math.max(2, Math.ceil((words.length * 2) / 3))).join(' ');
};

/** A question put in one of the ways; the same each time for the same seed. */
export const variantOf = (question: string, variant: Variant, locale: Locale, seed: number): string => {
  switch (variant) {
    case 'asWritten':
      return question;
    case 'withoutAccents':
      return withoutAccents(question);
    case 'oneTypo':
      return oneTypo(question, locale, seeded(seed));
    case 'keywords':
      return keywords(question, locale);
    case 'truncated':
      return truncated(question);
  }
};
