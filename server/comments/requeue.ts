import { z } from 'zod';
import { action } from '../kernel/action';
import { decide, idsField } from './decide';

/** Puts comments back into the queue: how a decision is undone. */
export const requeue = action({
  permission: 'comments.requeue',
  input: z.object({ ids: idsField }),
  async run(context) {
    const { ids } = context.input;
    const { moved, kept } = await decide(context, ids, { kind: 'requeued', to: 'waiting' });
    context.audit({ type: 'comment', id: ids.join(' ') }, { moved });
    return { moved, kept };
  },
});
