import { z } from 'zod';
import { takeAccountToken, updateAccount } from '@/db/people/accounts';
import { Refusal } from '@/domain/refusal';
import { action } from '../kernel/action';
import { hashSecret } from '../kernel/tokens';
import { tokenField } from './fields';

/** Uses a mailed sign-in link up and says whose it is; `server/auth.ts` issues the session. Refuses (`invalid`) one that is used or late. */
export const signInWithLink = action({
  permission: 'people.signInWithLink',
  limits: [{ max: 30, seconds: 900, failuresOnly: true }],
  input: z.object({ token: tokenField }),
  async run({ tx, input, now, audit }) {
    const user = await takeAccountToken(tx, { hash: hashSecret(input.token), purpose: 'sign_in', now });
    if (!user) throw new Refusal('invalid', 'errors.linkGone');
    if (!user.emailVerifiedAt) await updateAccount(tx, user.id, { emailVerifiedAt: now });
    audit({ type: 'user', id: user.id });
    return { id: user.id, name: user.name, email: user.email };
  },
});
