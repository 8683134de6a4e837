import { z } from 'zod';
import { accountByEmail, insertAccount } from '@/db/people/accounts';
import { action } from '../kernel/action';
import { isClosedDemoAccount } from './demo-accounts';
import { byAddress, emailField, nameField } from './fields';
import { makeLink } from './links';

/**
 * Asks for an account. A new address gets a welcome mail, a known one a link to set its password, a deactivated one
 * nothing; the caller is always told the same.
 */
export const signUp = action({
  permission: 'people.signUp',
  limits: [
    { max: 5, seconds: 3600, by: byAddress },
    { max: 100, seconds: 3600 },
  ],
  input: z.object({ name: nameField, email: emailField, next: z.string().optional() }),
  async run({ tx, input, call, now, outbox, audit }) {
    const { name, email, next } = input;
    const facts = { name, email, locale: call.locale, sessionsValidFrom: now, createdAt: now };
    const made = await insertAccount(tx, facts);
    const user = made ?? (await accountByEmail(tx, email));
    if (!user || user.deactivatedAt || isClosedDemoAccount(email)) return { sent: true as const };
    const data = await makeLink(tx, { userId: user.id, purpose: 'set_password', locale: call.locale, now, next });
    await outbox.mail({ template: made ? 'people.welcome' : 'people.setPassword', to: user, data });
    audit({ type: 'user', id: user.id }, { made: made !== null });
    return { sent: true as const };
  },
});
