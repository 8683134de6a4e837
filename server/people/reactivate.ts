import { z } from 'zod';
import { updateAccount } from '@/db/people/accounts';
import { action } from '../kernel/action';

/** Opens a deactivated account again, with the role and password it had. */
export const reactivate = action({
  permission: 'people.reactivate',
  input: z.object({ id: z.uuid() }),
  async run({ tx, input, audit }) {
    await updateAccount(tx, input.id, { deactivatedAt: null });
    audit({ type: 'user', id: input.id });
    return { id: input.id };
  },
});
