import { z } from 'zod';
import { accountForUpdate, updateAccount, voidAccountTokens } from '@/db/people/accounts';
import { action } from '../kernel/action';
import { handBackRequests } from './hand-back-requests';
import { notTheLastAdmin } from './last-admin';

/**
 * Closes an account: it can no longer sign in, its sessions and links end at once, and the requests it handles go back to
 * their teams. Refuses (`conflict`) the last admin's.
 */
export const deactivate = action({
  permission: 'people.deactivate',
  input: z.object({ id: z.uuid() }),
  async run({ tx, input, now, outbox, audit }) {
    await notTheLastAdmin(tx, input.id);
    const before = await accountForUpdate(tx, input.id);
    if (!before.deactivatedAt) await updateAccount(tx, input.id, { deactivatedAt: now, sessionsValidFrom: now });
    await voidAccountTokens(tx, input.id, now);
    await handBackRequests(outbox, before);
    audit({ type: 'user', id: input.id });
    return { id: input.id };
  },
});
