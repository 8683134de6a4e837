import { z } from 'zod';
import { listTags } from '@/db/tickets/tags';
import { query } from '../kernel/action';

/** The tags that requests are filed under, by name. */
export const tags = query({
  permission: 'tickets.tags',
  input: z.object({}),
  run: async ({ db }) => (await listTags(db)).map(({ name }) => name),
});
