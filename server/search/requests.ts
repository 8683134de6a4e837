import { z } from 'zod';
import { SEARCH_LIMITS } from '@/domain/search/answer';
import { query } from '../kernel/action';
import { rankRequests } from './engine';

/** So many requests are named, best first: whoever needs more says more. */
const MOST_NAMED = 500;

/** The numbers of the requests that hold some words, best first, for lists that narrow and sort them further. */
export const requests = query({
  permission: 'search.requests',
  pace: { max: 240, seconds: 60 },
  input: z.object({ query: z.string().trim().max(SEARCH_LIMITS.query) }),
  async run({ db, actor, input, call }) {
    return { numbers: await rankRequests(db, actor, { query: input.query, locale: call.locale, limit: MOST_NAMED }) };
  },
});
