import { z } from 'zod';
import { accountByEmail } from '@/db/people/accounts';
import { writeStaffInvitation } from '@/db/people/invitations';
import { COLLEAGUE_INVITATION_DAYS, INVITED_ROLES } from '@/domain/people/inviting';
import { LOCALES } from '@/domain/people/locale';
import { invalidField, Refusal } from '@/domain/refusal';
import { action } from '../kernel/action';
import { hashSecret, newSecret } from '../kernel/tokens';
import { byAddress, emailField } from './fields';

const DAY = 86_400_000;

/**
 * Invites an address by mail, in a language, to work here in a role, or sends its open invitation again with a new link. An address that
 * has an account is given the role in the list instead (`invalid`): nobody's account becomes another by a link.
 */
export const inviteColleague = action({
  permission: 'people.inviteColleague',
  limits: [
    { max: 40, seconds: 3600 },
    { max: 5, seconds: 3600, by: byAddress },
  ],
  input: z.object({
    email: emailField,
    role: z.enum(INVITED_ROLES, 'errors.choice'),
    /** Of the mail and the page it leads to; that of who invites where nothing is said. */
    language: z.enum(LOCALES, 'errors.choice').optional(),
  }),
  async run({ tx, actor, input: { email, role, language }, call, now, outbox, audit }) {
    if (actor.kind !== 'user') throw new Refusal('forbidden', 'errors.forbidden');
    if (await accountByEmail(tx, email)) throw invalidField('email', 'errors.accountKnown');
    const token = newSecret();
    const { id, locale } = await writeStaffInvitation(tx, {
      email,
      role,
      locale: language ?? call.locale,
      invitedBy: actor.id,
      tokenHash: hashSecret(token),
      sentAt: now,
      expiresAt: new Date(now.getTime() + COLLEAGUE_INVITATION_DAYS * DAY),
      createdAt: now,
    });
    audit({ type: 'invitation', id }, { email, as: role });
    await outbox.mail({
      template: 'people.invited',
      to: { email, name: '', locale },
      data: {
        author: actor.name,
        role,
        path: `/${locale}/invitation/colleague?${new URLSearchParams({ token })}`,
        days: COLLEAGUE_INVITATION_DAYS,
      },
    });
    return { email };
  },
});
