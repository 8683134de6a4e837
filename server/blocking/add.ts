import { z } from 'zod';
import { insertBlocked } from '@/db/blocking/queries';
import { accountByEmail } from '@/db/people/accounts';
import { isStaff } from '@/domain/access/grants';
import { readPattern } from '@/domain/blocking/patterns';
import { invalidField } from '@/domain/refusal';
import { action } from '../kernel/action';

/**
 * Blocks an address or a domain: requests from it are refused from now on and nothing of them is kept. What was opened
 * before stays. One's own people cannot be blocked by their address (`invalid`).
 */
export const add = action({
  permission: 'blocking.add',
  input: z.object({
    pattern: z.string().trim().min(1, 'errors.required').max(254),
    reason: z.string().trim().min(1, 'errors.required').max(300),
  }),
  async run({ tx, actor, input, now, audit }) {
    const read = readPattern(input.pattern);
    if (!read) throw invalidField('pattern', 'errors.blockPattern');
    const account = read.kind === 'address' ? await accountByEmail(tx, read.pattern) : undefined;
    if (account && isStaff(account.role)) throw invalidField('pattern', 'errors.blockStaff');
    const addedBy = actor.kind === 'user' ? actor.id : null;
    const id = await insertBlocked(tx, { ...read, reason: input.reason, addedBy, createdAt: now });
    if (!id) throw invalidField('pattern', 'errors.blockedAlready');
    audit({ type: 'block', id }, { pattern: read.pattern, reason: input.reason });
    return { id, pattern: read.pattern };
  },
});
