import { z } from 'zod';
import { replyById, updateReply } from '@/db/replies/queries';
import { action } from '../kernel/action';
import { replyFields, replyRow } from './fields';

/** Changes a canned reply: its words, whose it is, and what goes with it. */
export const edit = action({
  permission: 'replies.edit',
  input: z.object({ id: z.uuid(), ...replyFields }),
  async run({ tx, input: { id, ...said }, now, audit }) {
    await replyById(tx, id);
    await updateReply(tx, id, { ...(await replyRow(tx, said)), updatedAt: now });
    audit({ type: 'cannedReply', id }, { title: said.title });
    return { id };
  },
});
