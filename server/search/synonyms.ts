import { z } from 'zod';
import { listSynonyms } from '@/db/search/synonyms';
import { query } from '../kernel/action';

/** All groups of expressions that mean the same, newest first. */
export const synonyms = query({
  permission: 'search.synonyms',
  input: z.object({}),
  async run({ db }) {
    return { groups: (await listSynonyms(db)).reverse() };
  },
});
