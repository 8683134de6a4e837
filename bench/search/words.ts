import { readFile } from 'node:fs/promises';
import glob from 'fast-glob';
import type { Locale } from '@/domain/people/locale';
import { seeded } from '../relevance/variants';

/** A language's words by how often they are used, and a way to draw from them. */
export type Vocabulary = { draw: () => string; sentence: (words: number) => string; at: (rank: number) => string };

/** Words of a language as its readers meet them: the most used are few, the least used many (Zipf's law). */
const SIZE = 40_000;
const SYLLABLES: Record<Locale, readonly string[]> = {
  fr: 'ba bi bo bre cal cha che con cou da dé di dou é en fa fi for gé gra jou la le li lo lu ma mé mi mon na ni nou par pé pla pré qua ra ré ri ro sa sé si sou ta té ti tra va vé vi vou'.split(
    ' ',
  ),
  en: 'ack ad al an ant ash ber bit bor cal car con cor dan der dis eld en fer fin for gar gen har hin ing ket lan ler lin lor man mer min mor nor par pen per pin ral ran rem ril ron sel shi ston tan ter tin tor van ver wil'.split(
    ' ',
  ),
};
const ENDINGS: Record<Locale, readonly string[]> = {
  fr: ['', 'e', 'er', 'é', 'ée', 's', 'ment', 'tion', 'eur', 'age', 'ique', 'ons'],
  en: ['', 's', 'ed', 'ing', 'er', 'ly', 'ment', 'tion', 'able', 'ness'],
};

const realWords = async (locale: Locale): Promise<string[]> => {
  const counts = new Map<string, number>();
  for (const file of await glob(`content/${locale}/**/*.{md,mdx}`)) {
    const text = (await readFile(file, 'utf8')).toLowerCase();
    for (const [word] of text.matchAll(/\p{L}{2,}/gu)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([word]) => word);
};

/** The words of our own content, most used first, and behind them made-up ones; drawn by their rank, from a seed. */
export const vocabularyOf = async (locale: Locale, seed: number): Promise<Vocabulary> => {
  const random = seeded(seed);
  const pick = (from: readonly string[]): string => from[Math.floor(random() * from.length)] ?? '';
  const words = await realWords(locale);
  const known = new Set(words);
  while (words.length < SIZE) {
    const made = Array.from({ length: 2 + Math.floor(random() * 3) }, () => pick(SYLLABLES[locale])).join('');
    const word = made + pick(ENDINGS[locale]);
    if (!known.has(word)) words.push(word);
    known.add(word);
  }
  const sums = new Float64Array(SIZE);
  let sum = 0;
  for (let rank = 0; rank < SIZE; rank += 1) {
    sum += 1 / (rank + 2.7);
    sums[rank] = sum;
  }
  const draw = (): string => {
    const wanted = random() * sum;
    let low = 0;
    let high = SIZE - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle] ?? 0) < wanted) low = middle + 1;
      else high = middle;
    }
    return words[low] ?? '';
  };
  return {
    draw,
    at: (rank) => words[rank] ?? '',
    sentence: (count) => Array.from({ length: count }, draw).join(' '),
  };
};
