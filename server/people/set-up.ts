import { z } from 'zod';
import { accountByEmail, hasAdmin, holdSetUp, insertAccount, updateAccount } from '@/db/people/accounts';
import { invalidField, Refusal } from '@/domain/refusal';
import { action } from '../kernel/action';
import { acceptablePassword } from './acceptable-password';
import { hashPassword } from './credentials';
import { isClosedDemoAccount } from './demo-accounts';
import { emailField, nameField, passwordField } from './fields';

/**
 * Makes the first admin of an empty installation. Open only until somebody was made admin (`conflict` afterwards);
 * accounts that visitors got by writing in do not close it.
 */
export const setUp = action({
  permission: 'people.setUp',
  limits: [{ max: 30, seconds: 900 }],
  input: z.object({ name: nameField, email: emailField, password: passwordField }),
  async run({ tx, input, call, now, audit }) {
    await holdSetUp(tx);
    if (await hasAdmin(tx)) throw new Refusal('conflict', 'errors.setUpDone');
    const { name, email } = input;
    // Such an account could never sign in, and the set-up would be closed behind it.
    if (isClosedDemoAccount(email)) throw invalidField('email', 'errors.email');
    acceptablePassword(input.password, input, 'password');
    const facts = {
      name,
      role: 'admin' as const,
      locale: call.locale,
      passwordHash: await hashPassword(input.password),
      emailVerifiedAt: now,
      deactivatedAt: null,
      sessionsValidFrom: now,
    };
    const known = await accountByEmail(tx, email);
    const user = known
      ? await updateAccount(tx, known.id, facts)
      : await insertAccount(tx, { ...facts, email, createdAt: now });
    if (!user) throw new Refusal('conflict', 'errors.setUpDone');
    audit({ type: 'user', id: user.id });
    return { email };
  },
});
