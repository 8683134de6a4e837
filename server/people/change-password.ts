import { z } from 'zod';
import { accountForUpdate, updateAccount, voidAccountTokens } from '@/db/people/accounts';
import { invalidField } from '@/domain/refusal';
import { action } from '../kernel/action';
import { acceptablePassword } from './acceptable-password';
import { hashPassword, passwordMatches } from './credentials';
import { passwordField } from './fields';
import { signedIn } from './own-account';

/** Changes one's own password, which needs the present one. Ends every session of the account, this one too. */
export const changePassword = action({
  permission: 'people.changePassword',
  limits: [{ max: 10, seconds: 900, failuresOnly: true }],
  input: z.object({ currentPassword: passwordField, newPassword: passwordField }),
  async run({ tx, actor, input, now, audit }) {
    const user = await accountForUpdate(tx, signedIn(actor).id);
    if (!(await passwordMatches(user.passwordHash, input.currentPassword))) {
      throw invalidField('currentPassword', 'errors.password.current');
    }
    acceptablePassword(input.newPassword, user, 'newPassword');
    await updateAccount(tx, user.id, { passwordHash: await hashPassword(input.newPassword), sessionsValidFrom: now });
    await voidAccountTokens(tx, user.id, now);
    audit({ type: 'user', id: user.id });
    return { email: user.email };
  },
});
