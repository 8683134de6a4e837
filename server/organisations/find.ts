import { z } from 'zod';
import { findOrganisations } from '@/db/people/finding';
import { SEARCH_LIMITS } from '@/domain/search/answer';
import { query } from '../kernel/action';

const MOST = 4;

/** Organisations by the beginnings of the words of their names, a few, for who works on requests: accents are optional. */
export const find = query({
  permission: 'organisations.find',
  pace: { max: 600, seconds: 60 },
  input: z.object({ text: z.string().trim().max(SEARCH_LIMITS.query) }),
  run: async ({ db, input }) => findOrganisations(db, input.text, MOST),
});
