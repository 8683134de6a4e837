import { z } from 'zod';
import { withdrawnBody } from '@/db/tickets/queries';
import { query } from '../kernel/action';
import { actorId } from './progress';

/** The text of an answer that the actor has taken back, to be written on; `null` where there is none of theirs. */
export const draft = query({
  permission: 'tickets.draft',
  input: z.object({ messageId: z.uuid() }),
  async run({ db, actor, input }) {
    const author = actorId(actor);
    return { body: author ? await withdrawnBody(db, input.messageId, author) : null };
  },
});
