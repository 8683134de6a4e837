import { z } from 'zod';
import { accountForUpdate, updateAccount } from '@/db/people/accounts';
import { administers, worksOnTickets } from '@/domain/access/grants';
import { ROLES } from '@/domain/people/roles';
import { action } from '../kernel/action';
import { handBackRequests } from './hand-back-requests';
import { notTheLastAdmin } from './last-admin';

/**
 * Gives an account another role; its sessions end. Who works on requests no more hands theirs back to their teams. Refuses
 * (`conflict`) to take the role from the last admin.
 */
export const changeRole = action({
  permission: 'people.changeRole',
  input: z.object({ id: z.uuid(), role: z.enum(ROLES) }),
  async run({ tx, input, now, outbox, audit }) {
    if (!administers(input.role)) await notTheLastAdmin(tx, input.id);
    const before = await accountForUpdate(tx, input.id);
    if (before.role !== input.role) await updateAccount(tx, input.id, { role: input.role, sessionsValidFrom: now });
    if (!worksOnTickets(input.role)) await handBackRequests(outbox, before);
    audit({ type: 'user', id: input.id }, { from: before.role, to: input.role });
    return { id: input.id, role: input.role };
  },
});
