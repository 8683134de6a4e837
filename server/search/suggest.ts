import { z } from 'zod';
import { LOCALES } from '@/domain/people/locale';
import { SEARCH_LIMITS } from '@/domain/search/answer';
import { query } from '../kernel/action';
import { search } from './engine';

/** The few best documents for a query that is still being typed: its last word may be the beginning of one. */
export const suggest = query({
  permission: 'search.suggest',
  pace: { max: 600, seconds: 60 },
  input: z.object({
    query: z.string().trim().max(SEARCH_LIMITS.query),
    /** The language of what is searched; that of the page when left out. */
    locale: z.enum(LOCALES).optional(),
    limit: z.coerce.number().int().min(1).max(SEARCH_LIMITS.maxSuggestions).default(SEARCH_LIMITS.suggestions),
  }),
  async run({ db, actor, input, call }) {
    const { locale = call.locale, ...wanted } = input;
    const { available, hits, correction } = await search(db, actor, { ...wanted, locale, offset: 0, typing: true });
    return { available, hits, correction };
  },
});
