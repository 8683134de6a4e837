import { z } from 'zod';
import { setStopped } from '@/db/comments/queries';
import { Refusal } from '@/domain/refusal';
import { action } from '../kernel/action';
import { readStopToken } from './stop-token';

/** Stops the mails of a thread for whom the token was made, or lets them come again. Nobody has to sign in for silence. */
export const stop = action({
  permission: 'comments.stop',
  limits: [{ max: 60, seconds: 600 }],
  input: z.object({ token: z.string().max(300), stopped: z.boolean().default(true) }),
  async run({ tx, input, now, audit }) {
    const found = readStopToken(input.token);
    if (!found) throw new Refusal('not-found', 'errors.linkGone');
    await setStopped(tx, found.userId, found.threadId, { stopped: input.stopped, now });
    audit({ type: 'comment', id: found.threadId }, { stopped: input.stopped });
    return { stopped: input.stopped };
  },
});
