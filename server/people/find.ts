import { z } from 'zod';
import { findPeople } from '@/db/people/finding';
import { SEARCH_LIMITS } from '@/domain/search/answer';
import { query } from '../kernel/action';

const MOST = 4;

/** People by the beginnings of their names and addresses, a few, for who works on requests: accents are optional. */
export const find = query({
  permission: 'people.find',
  pace: { max: 600, seconds: 60 },
  input: z.object({ text: z.string().trim().max(SEARCH_LIMITS.query) }),
  run: async ({ db, input }) => findPeople(db, input.text, MOST),
});
