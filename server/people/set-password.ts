import { z } from 'zod';
import { takeAccountToken, updateAccount, voidAccountTokens } from '@/db/people/accounts';
import { Refusal } from '@/domain/refusal';
import { action } from '../kernel/action';
import { hashSecret } from '../kernel/tokens';
import { acceptablePassword } from './acceptable-password';
import { hashPassword } from './credentials';
import { passwordField, tokenField } from './fields';

/**
 * Sets a password by a mailed link, which also proves the address. Ends every session and every other link of the
 * account. Refuses (`invalid`) a link that is used or late; a refused password leaves the link usable.
 */
export const setPassword = action({
  permission: 'people.setPassword',
  limits: [{ max: 30, seconds: 900 }],
  input: z.object({ token: tokenField, password: passwordField }),
  async run({ tx, input, now, audit }) {
    const user = await takeAccountToken(tx, { hash: hashSecret(input.token), purpose: 'set_password', now });
    if (!user) throw new Refusal('invalid', 'errors.linkGone');
    acceptablePassword(input.password, user, 'password');
    await updateAccount(tx, user.id, {
      passwordHash: await hashPassword(input.password),
      emailVerifiedAt: user.emailVerifiedAt ?? now,
      sessionsValidFrom: now,
    });
    await voidAccountTokens(tx, user.id, now);
    audit({ type: 'user', id: user.id });
    return { email: user.email };
  },
});
