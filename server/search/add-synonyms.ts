import { z } from 'zod';
import { insertSynonyms } from '@/db/search/synonyms';
import { LOCALES } from '@/domain/people/locale';
import { action } from '../kernel/action';
import { forgetKnownIndex } from './known';
import { refuseShared, wordsField } from './synonym-fields';

/** Adds a group of expressions that mean the same; searches know it within seconds. */
export const addSynonyms = action({
  permission: 'search.addSynonyms',
  input: z.object({ locale: z.enum(LOCALES, 'errors.choice'), words: wordsField }),
  async run({ tx, input, now, audit }) {
    await refuseShared(tx, input);
    const id = await insertSynonyms(tx, { ...input, at: now });
    audit({ type: 'synonyms', id }, input);
    forgetKnownIndex();
    return { id };
  },
});
