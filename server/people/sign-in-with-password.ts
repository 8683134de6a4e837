import { z } from 'zod';
import { accountByEmail } from '@/db/people/accounts';
import { Refusal } from '@/domain/refusal';
import { action } from '../kernel/action';
import { passwordMatches } from './credentials';
import { isClosedDemoAccount } from './demo-accounts';
import { byAddress, emailField, passwordField } from './fields';

/**
 * Checks an address and its password and says whose they are; `server/auth.ts` issues the session. Wrong password,
 * unknown address and deactivated account are one refusal (`invalid`) and take the same time.
 */
export const signInWithPassword = action({
  permission: 'people.signInWithPassword',
  limits: [
    { max: 10, seconds: 900, by: byAddress, failuresOnly: true },
    { max: 100, seconds: 900, failuresOnly: true },
  ],
  input: z.object({ email: emailField, password: passwordField }),
  async run({ tx, input, audit }) {
    const user = await accountByEmail(tx, input.email);
    const matches = await passwordMatches(user?.passwordHash ?? null, input.password);
    if (!user || !matches || user.deactivatedAt || isClosedDemoAccount(input.email))
      throw new Refusal('invalid', 'errors.signIn');
    audit({ type: 'user', id: user.id });
    return { id: user.id, name: user.name, email: user.email };
  },
});
