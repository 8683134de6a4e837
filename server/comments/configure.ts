import { z } from 'zod';
import { saveCommentSettings } from '@/db/comments/queries';
import { action } from '../kernel/action';

/** Decides for the whole site who needs no moderator and how many reports put a comment back into the queue. */
export const configure = action({
  permission: 'comments.configure',
  input: z.object({ trustApproved: z.boolean(), reportLimit: z.coerce.number().int().min(1).max(50) }),
  async run({ tx, input, now, audit }) {
    await saveCommentSettings(tx, input, now);
    audit({ type: 'settings', id: 'comments' }, input);
    return input;
  },
});
