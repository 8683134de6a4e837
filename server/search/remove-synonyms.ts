import { z } from 'zod';
import { deleteSynonyms } from '@/db/search/synonyms';
import { action } from '../kernel/action';
import { forgetKnownIndex } from './known';

/** Removes a group and answers what it was, so that it can be added again. */
export const removeSynonyms = action({
  permission: 'search.removeSynonyms',
  input: z.object({ id: z.uuid() }),
  async run({ tx, input, audit }) {
    const { locale, words } = await deleteSynonyms(tx, input.id);
    audit({ type: 'synonyms', id: input.id }, { locale, words });
    forgetKnownIndex();
    return { locale, words };
  },
});
