import { z } from 'zod';
import { action } from '../kernel/action';
import { decide, idsField } from './decide';

/** Takes comments for the work of machines; nobody is told. */
export const markSpam = action({
  permission: 'comments.markSpam',
  input: z.object({ ids: idsField }),
  async run(context) {
    const { ids } = context.input;
    const { moved, kept } = await decide(context, ids, { kind: 'marked-spam', to: 'spam' });
    context.audit({ type: 'comment', id: ids.join(' ') }, { moved });
    return { moved, kept };
  },
});
