import { z } from 'zod';
import { listSynonyms } from '@/db/search/synonyms';
import { inOrder, SYNONYM_ORDERS } from '@/domain/search/synonyms';
import { query } from '../kernel/action';

/** All groups of expressions that mean the same, in the order that is asked for: of their words, unless it says otherwise. */
export const synonyms = query({
  permission: 'search.synonyms',
  input: z.object({ order: z.enum(SYNONYM_ORDERS).default('words') }),
  async run({ db, input }) {
    return { groups: inOrder(await listSynonyms(db), input.order) };
  },
});
