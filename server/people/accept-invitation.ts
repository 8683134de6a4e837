import { z } from 'zod';
import { settleJoinRequests } from '@/db/organisations/joining';
import { addMember, takeInvitation } from '@/db/organisations/queries';
import { accountByEmail, insertAccount, updateAccount } from '@/db/people/accounts';
import { Refusal } from '@/domain/refusal';
import { action } from '../kernel/action';
import { hashSecret } from '../kernel/tokens';
import { validated } from '../kernel/validation';
import { acceptablePassword } from './acceptable-password';
import { hashPassword } from './credentials';
import { isClosedDemoAccount } from './demo-accounts';
import { nameField, passwordField, tokenField } from './fields';

const newcomer = z.object({ name: nameField, password: passwordField });

/**
 * Accepts an invitation by its mailed link, which proves the address. A new address says its name and chooses a password;
 * an account that has one joins as it is and signs in as ever. Refuses (`invalid`) a link that is used, withdrawn or
 * late; a refused name or password leaves it usable.
 */
export const acceptInvitation = action({
  permission: 'people.acceptInvitation',
  limits: [{ max: 30, seconds: 900 }],
  input: z.object({
    token: tokenField,
    name: z.string().max(200).default(''),
    password: z.string().max(500).default(''),
  }),
  async run({ tx, input, now, audit }) {
    const invitation = await takeInvitation(tx, hashSecret(input.token), now);
    if (!invitation || isClosedDemoAccount(invitation.email)) throw new Refusal('invalid', 'errors.linkGone');
    const { email, locale, organisationId, manager, teamId } = invitation;
    const known = await accountByEmail(tx, email);
    if (known?.deactivatedAt) throw new Refusal('invalid', 'errors.linkGone');
    let user = known;
    const made = !known?.passwordHash;
    if (made) {
      const { name, password } = validated(newcomer, { name: input.name, password: input.password });
      acceptablePassword(password, { name, email }, 'password');
      const facts = { name, passwordHash: await hashPassword(password), emailVerifiedAt: now, sessionsValidFrom: now };
      user = known
        ? await updateAccount(tx, known.id, facts)
        : await insertAccount(tx, { ...facts, email, locale, createdAt: now });
    } else if (known && !known.emailVerifiedAt) await updateAccount(tx, known.id, { emailVerifiedAt: now });
    if (!user) throw new Refusal('conflict', 'errors.linkGone');
    await addMember(tx, { organisationId, userId: user.id, manager, teamId, createdAt: now });
    await settleJoinRequests(tx, { organisationId, userId: user.id }, now);
    audit({ type: 'organisation', id: organisationId }, { userId: user.id, made });
    return { email, made };
  },
});
