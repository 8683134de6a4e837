import { z } from 'zod';
import { listReplies } from '@/db/replies/queries';
import { query } from '../kernel/action';

/** All canned replies by title, for who looks after them. */
export const list = query({
  permission: 'replies.list',
  input: z.object({}),
  run: async ({ db }) => listReplies(db),
});
