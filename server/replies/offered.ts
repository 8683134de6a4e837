import { z } from 'zod';
import { repliesFor } from '@/db/replies/queries';
import { query } from '../kernel/action';
import { actorIdOf } from './actor-id';

/** More are not offered at once: somebody who has more looks for the one they need. */
const MOST = 50;

/**
 * The canned replies that the actor may use, by title, everybody's and those of their teams: 50 at most, narrowed by a piece
 * of the title, and whether there are more.
 */
export const offered = query({
  permission: 'replies.offered',
  input: z.object({ text: z.string().trim().max(200).optional() }),
  async run({ db, actor, input }) {
    const found = await repliesFor(db, actorIdOf(actor), input.text, MOST + 1);
    return { replies: found.slice(0, MOST).map(({ id, title }) => ({ id, title })), more: found.length > MOST };
  },
});
