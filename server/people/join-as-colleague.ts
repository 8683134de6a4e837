import { z } from 'zod';
import { insertAccount } from '@/db/people/accounts';
import { takeStaffInvitation } from '@/db/people/invitations';
import { Refusal } from '@/domain/refusal';
import { action } from '../kernel/action';
import { hashSecret } from '../kernel/tokens';
import { acceptablePassword } from './acceptable-password';
import { hashPassword } from './credentials';
import { isClosedDemoAccount } from './demo-accounts';
import { nameField, passwordField, tokenField } from './fields';

/**
 * Accepts an invitation to work here by its mailed link, which proves the address: makes the account with its role.
 * Refuses (`invalid`) a link that is used, withdrawn, late, or sent by somebody who may invite no more, and (`conflict`) an
 * address that has got an account since. A refused name or password leaves the link usable.
 */
export const joinAsColleague = action({
  permission: 'people.joinAsColleague',
  limits: [{ max: 30, seconds: 900 }],
  input: z.object({ token: tokenField, name: nameField, password: passwordField }),
  async run({ tx, input, now, audit }) {
    const invitation = await takeStaffInvitation(tx, hashSecret(input.token), now);
    if (!invitation || isClosedDemoAccount(invitation.email)) throw new Refusal('invalid', 'errors.linkGone');
    const { email, role, locale } = invitation;
    acceptablePassword(input.password, { name: input.name, email }, 'password');
    const user = await insertAccount(tx, {
      name: input.name,
      email,
      role,
      locale,
      passwordHash: await hashPassword(input.password),
      emailVerifiedAt: now,
      sessionsValidFrom: now,
      createdAt: now,
    });
    if (!user) throw new Refusal('conflict', 'errors.accountSince');
    audit({ type: 'user', id: user.id }, { as: role });
    return { email };
  },
});
