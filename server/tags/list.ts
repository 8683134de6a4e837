import { z } from 'zod';
import { listKeptTags } from '@/db/tickets/tag-keeping';
import { query } from '../kernel/action';

/** The tags that requests are filed under, by name, with how often each is used. */
export const list = query({
  permission: 'tags.list',
  input: z.object({}),
  run: async ({ db }) => ({ tags: await listKeptTags(db) }),
});
