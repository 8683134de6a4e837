import { z } from 'zod';
import { accountByEmail } from '@/db/people/accounts';
import { ACCOUNT_TOKEN_PURPOSES } from '@/domain/people/tokens';
import { action } from '../kernel/action';
import { isClosedDemoAccount } from './demo-accounts';
import { byAddress, emailField } from './fields';
import { makeLink } from './links';

/** Sends a one-time link to sign in or to set a new password. Unknown and deactivated addresses are told the same and sent nothing. */
export const requestLink = action({
  permission: 'people.requestLink',
  limits: [
    { max: 5, seconds: 3600, by: byAddress },
    { max: 100, seconds: 3600 },
  ],
  input: z.object({ email: emailField, purpose: z.enum(ACCOUNT_TOKEN_PURPOSES), next: z.string().optional() }),
  async run({ tx, input, call, now, outbox, audit }) {
    const { email, purpose, next } = input;
    const user = await accountByEmail(tx, email);
    if (!user || user.deactivatedAt || isClosedDemoAccount(email)) return { sent: true as const };
    const data = await makeLink(tx, { userId: user.id, purpose, locale: call.locale, now, next });
    const template = purpose === 'sign_in' ? 'people.signIn' : 'people.setPassword';
    await outbox.mail({ template, to: user, data });
    audit({ type: 'user', id: user.id }, { purpose });
    return { sent: true as const };
  },
});
