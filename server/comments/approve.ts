import { z } from 'zod';
import { action } from '../kernel/action';
import { decide, idsField } from './decide';

/** Makes comments public, and tells their authors a little later. What readers had reported of them counts as looked at. */
export const approve = action({
  permission: 'comments.approve',
  input: z.object({ ids: idsField }),
  async run(context) {
    const { ids } = context.input;
    const { moved, kept } = await decide(context, ids, { kind: 'approved', to: 'approved' });
    context.audit({ type: 'comment', id: ids.join(' ') }, { moved, kept });
    return { moved, kept };
  },
});
