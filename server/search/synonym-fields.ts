import { z } from 'zod';
import type { Tx } from '@/db/client';
import { holdSynonyms, listSynonyms } from '@/db/search/synonyms';
import type { Locale } from '@/domain/people/locale';
import { invalidField } from '@/domain/refusal';
import { expressionsOf, SYNONYM_LIMITS, sharedExpression } from '@/domain/search/synonyms';

/** A group as it is written in a field: its expressions with commas between them. */
export const wordsField = z
  .string()
  .max(2000)
  .transform(expressionsOf)
  .refine((words) => words.length >= SYNONYM_LIMITS.fewest, 'errors.synonyms.few')
  .refine((words) => words.length <= SYNONYM_LIMITS.most, 'errors.synonyms.many')
  .refine((words) => words.every((word) => word.length <= SYNONYM_LIMITS.length), 'errors.synonyms.long');

/** Refuses (`invalid`) an expression that another group of the language has: one word would lead two ways. */
export const refuseShared = async (tx: Tx, group: { id?: string; locale: Locale; words: string[] }): Promise<void> => {
  await holdSynonyms(tx);
  const others = (await listSynonyms(tx, group.locale)).filter((other) => other.id !== group.id);
  const shared = sharedExpression(
    group.words,
    others.map(({ words }) => words),
  );
  if (shared) throw invalidField('words', 'errors.synonyms.taken', { word: shared });
};
