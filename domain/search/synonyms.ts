import { fold } from './words';

/** Bounds of a group of expressions that mean the same; lengths in characters. */
export const SYNONYM_LIMITS = { fewest: 2, most: 12, length: 60 } as const;

/** What makes two expressions the same for the search. */
const sameness = (expression: string): string => fold(expression).replaceAll('’', "'");

/** The expressions of a text, cut at commas, semicolons and line ends: lower case, one space between words, each once. */
export const expressionsOf = (text: string): string[] => {
  const all = text
    .split(/[,;\n]/)
    .map((part) => part.trim().toLowerCase().replace(/\s+/gu, ' '))
    .filter((part) => /[\p{L}\p{N}]/u.test(part));
  return all.filter((part, index) => all.findIndex((other) => sameness(other) === sameness(part)) === index);
};

/** In which order groups are listed: by their first expression, or what was changed last first. */
export const SYNONYM_ORDERS = ['words', 'changed'] as const;
export type SynonymOrder = (typeof SYNONYM_ORDERS)[number];

type Listed = { words: readonly string[]; updatedAt: Date };

const collator = new Intl.Collator('fr', { sensitivity: 'base', numeric: true });
const byWords = (one: Listed, other: Listed): number => collator.compare(one.words[0] ?? '', other.words[0] ?? '');

/** Groups in an order; those changed at one moment, as the shipped ones were, by their words. */
export const inOrder = <Group extends Listed>(groups: readonly Group[], order: SynonymOrder): Group[] =>
  groups.toSorted(
    (one, other) =>
      (order === 'changed' ? other.updatedAt.getTime() - one.updatedAt.getTime() : 0) || byWords(one, other),
  );

/** The first expression of a group that another group has already, or `null`. */
export const sharedExpression = (words: readonly string[], others: readonly (readonly string[])[]): string | null => {
  const taken = new Set(others.flat().map(sameness));
  return words.find((word) => taken.has(sameness(word))) ?? null;
};
