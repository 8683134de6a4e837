import { z } from 'zod';
import { accountForUpdate, updateAccount, voidAccountTokens } from '@/db/people/accounts';
import { action } from '../kernel/action';
import { notTheLastAdmin } from './last-admin';

/** Closes an account: it can no longer sign in, its sessions and links end at once. Refuses (`conflict`) the last admin's. */
export const deactivate = action({
  permission: 'people.deactivate',
  input: z.object({ id: z.uuid() }),
  async run({ tx, input, now, audit }) {
    await notTheLastAdmin(tx, input.id);
    const before = await accountForUpdate(tx, input.id);
    if (!before.deactivatedAt) await updateAccount(tx, input.id, { deactivatedAt: now, sessionsValidFrom: now });
    await voidAccountTokens(tx, input.id, now);
    audit({ type: 'user', id: input.id });
    return { id: input.id };
  },
});
