import { z } from 'zod';
import { withdrawnAnswer } from '@/db/tickets/queries';
import { query } from '../kernel/action';
import { actorId } from './progress';

/** An answer that the actor has taken back, with its files, to be written on; empty (`body` is `null`) where there is none of theirs. */
export const draft = query({
  permission: 'tickets.draft',
  input: z.object({ messageId: z.uuid() }),
  async run({ db, actor, input }) {
    const author = actorId(actor);
    const answer = author ? await withdrawnAnswer(db, input.messageId, author) : null;
    return answer ?? { body: null, files: [] };
  },
});
