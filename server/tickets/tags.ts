import { z } from 'zod';
import { findTags } from '@/db/tickets/tags';
import { TAG_LIMITS } from '@/domain/tickets/tags';
import { query } from '../kernel/action';

const MOST = 50;

/** Tags that requests are filed under, to choose from while one types, 50 at most: by a piece of their name, or the first. */
export const tags = query({
  permission: 'tickets.tags',
  input: z.object({ text: z.string().trim().max(TAG_LIMITS.length).default('') }),
  run: async ({ db, input }) => findTags(db, input.text, MOST),
});
