import { z } from 'zod';
import { insertReply } from '@/db/replies/queries';
import { action } from '../kernel/action';
import { replyFields, replyRow } from './fields';

/** Keeps a canned reply for a team or for everybody at the desk. */
export const create = action({
  permission: 'replies.create',
  input: z.object(replyFields),
  async run({ tx, input, now, audit }) {
    const id = await insertReply(tx, { ...(await replyRow(tx, input)), updatedAt: now });
    audit({ type: 'cannedReply', id }, { title: input.title });
    return { id };
  },
});
