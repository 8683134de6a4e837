import { z } from 'zod';
import { deleteReply, replyById } from '@/db/replies/queries';
import { action } from '../kernel/action';

/** Takes a canned reply away; answers that were written with it stay as they are. */
export const remove = action({
  permission: 'replies.remove',
  input: z.object({ id: z.uuid() }),
  async run({ tx, input, audit }) {
    const { title } = await replyById(tx, input.id);
    await deleteReply(tx, input.id);
    audit({ type: 'cannedReply', id: input.id }, { title });
    return { id: input.id };
  },
});
