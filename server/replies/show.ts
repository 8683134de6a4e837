import { z } from 'zod';
import { replyById } from '@/db/replies/queries';
import { query } from '../kernel/action';

/** One canned reply as it is kept, for who looks after them. */
export const show = query({
  permission: 'replies.show',
  input: z.object({ id: z.uuid() }),
  run: async ({ db, input }) => replyById(db, input.id),
});
