import { z } from 'zod';
import { deleteBlocked } from '@/db/blocking/queries';
import { action } from '../kernel/action';

/** Takes requests from an address or a domain again. Answers what was blocked and why, so that it can be undone. */
export const remove = action({
  permission: 'blocking.remove',
  input: z.object({ id: z.uuid() }),
  async run({ tx, input, audit }) {
    const before = await deleteBlocked(tx, input.id);
    audit({ type: 'block', id: input.id }, before);
    return before;
  },
});
