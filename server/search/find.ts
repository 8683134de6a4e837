import { z } from 'zod';
import { LOCALES } from '@/domain/people/locale';
import { resultsBefore, SEARCH_KINDS, SEARCH_LIMITS } from '@/domain/search/answer';
import { query } from '../kernel/action';
import { search } from './engine';

/**
 * Searches all that the actor may see, best first; 20 documents a page unless `limit` says otherwise. A word that
 * nothing holds is put right when something close to it is known, and the answer says so.
 */
export const find = query({
  permission: 'search.find',
  pace: { max: 240, seconds: 60 },
  input: z.object({
    query: z.string().trim().max(SEARCH_LIMITS.query),
    /** The language of what is searched; that of the page when left out. */
    locale: z.enum(LOCALES).optional(),
    kind: z.enum(SEARCH_KINDS).optional(),
    cursor: z.string().max(40).optional(),
    limit: z.coerce.number().int().min(1).max(SEARCH_LIMITS.maxPage).default(SEARCH_LIMITS.page),
  }),
  async run({ db, actor, input, call }) {
    const { cursor, locale = call.locale, ...wanted } = input;
    return search(db, actor, { ...wanted, locale, offset: resultsBefore(cursor), typing: false });
  },
});
