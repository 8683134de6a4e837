import type { Locale } from '@/domain/people/locale';
import en from './en.json';
import fr from './fr.json';
import { VARIANTS, type Variant, variantOf } from './variants';

export type Question = { question: string; keys: readonly string[] };
export type Half = 'tuning' | 'scoring';
export type Scores = { recall: number; rank: number };

const SETS: Record<Locale, { questions: readonly Question[]; outOfScope: readonly string[] }> = { fr, en };

/** The questions of a half: every other one. Constants are chosen on the tuning half alone. */
export const questionsOf = (locale: Locale, half: Half): readonly Question[] =>
  SETS[locale].questions.filter((_, index) => index % 2 === (half === 'tuning' ? 0 : 1));

/** Questions that nothing of ours answers. */
export const outOfScope = (locale: Locale): readonly string[] => SETS[locale].outOfScope;

/** Asks a search and answers the keys of what it finds, best first. */
export type Ask = (question: string, locale: Locale) => Promise<readonly string[]>;

const AMONG = 5;

/** The share of questions whose answer is among the first five (R@5), and the mean of one over its rank (MRR). */
export const scoreOf = async (ask: Ask, locale: Locale, half: Half, variant: Variant): Promise<Scores> => {
  const questions = questionsOf(locale, half);
  let recall = 0;
  let rank = 0;
  for (const [index, { question, keys }] of questions.entries()) {
    const found = await ask(variantOf(question, variant, locale, index + 1), locale);
    const at = found.slice(0, 10).findIndex((key) => keys.includes(key));
    if (at >= 0 && at < AMONG) recall += 1;
    if (at >= 0) rank += 1 / (at + 1);
  }
  return { recall: recall / questions.length, rank: rank / questions.length };
};

/** Scores of all ways of asking. */
export const scoreAll = async (ask: Ask, locale: Locale, half: Half): Promise<Record<Variant, Scores>> => {
  const scores = {} as Record<Variant, Scores>;
  for (const variant of VARIANTS) scores[variant] = await scoreOf(ask, locale, half, variant);
  return scores;
};
