import { z } from 'zod';
import { repliesFor } from '@/db/replies/queries';
import { query } from '../kernel/action';
import { actorIdOf } from './actor-id';

/** The canned replies that the actor may use, by title: everybody's, and those of their teams. */
export const offered = query({
  permission: 'replies.offered',
  input: z.object({}),
  async run({ db, actor }) {
    const replies = await repliesFor(db, actorIdOf(actor));
    return replies.map(({ id, title }) => ({ id, title }));
  },
});
