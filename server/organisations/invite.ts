import { z } from 'zod';
import { isMember } from '@/db/organisations/members';
import { writeInvitation } from '@/db/organisations/queries';
import { accountByEmail } from '@/db/people/accounts';
import { INVITATION_DAYS } from '@/domain/organisations/joining';
import { LOCALES } from '@/domain/people/locale';
import { Refusal } from '@/domain/refusal';
import { action } from '../kernel/action';
import { hashSecret, newSecret } from '../kernel/tokens';
import { emailField, teamField } from './fields';
import { ownOrganisation, teamOf } from './rows';

const DAY = 86_400_000;

/**
 * Invites an address into an organisation by mail, or sends the open invitation of that address again with a new link.
 * Whoever invites is told the same whether or not the address has an account. Members are invited by nobody (`conflict`).
 */
export const invite = action({
  permission: 'organisations.invite',
  limits: [
    { max: 40, seconds: 3600 },
    {
      max: 5,
      seconds: 3600,
      by: ({ email, organisationId }) => `invite:${organisationId}:${hashSecret(email).slice(0, 32)}`,
    },
  ],
  input: z.object({
    organisationId: z.uuid(),
    email: emailField,
    manager: z.boolean().default(false),
    teamId: teamField,
    /** Of the mail and the page it leads to; that of who invites where nothing is said, and of an account in any case its own. */
    language: z.enum(LOCALES, 'errors.choice').optional(),
  }),
  async run({ tx, actor, input, call, now, outbox, audit }) {
    const organisation = await ownOrganisation(tx, actor, input.organisationId);
    if (organisation.archivedAt) throw new Refusal('conflict', 'errors.organisationArchived');
    if (await isMember(tx, organisation.id, { email: input.email }))
      throw new Refusal('conflict', 'errors.alreadyMember');
    const account = await accountByEmail(tx, input.email);
    const token = newSecret();
    const invitation = await writeInvitation(tx, {
      organisationId: organisation.id,
      email: input.email,
      manager: input.manager,
      teamId: await teamOf(tx, organisation.id, input.teamId),
      locale: input.language ?? call.locale,
      invitedBy: actor.kind === 'user' ? actor.id : null,
      tokenHash: hashSecret(token),
      sentAt: now,
      expiresAt: new Date(now.getTime() + INVITATION_DAYS * DAY),
      createdAt: now,
    });
    audit({ type: 'organisation', id: organisation.id }, { invitation: invitation.id, manager: input.manager });
    if (account?.deactivatedAt) return { email: input.email };
    // What is kept of it is what was asked for: it tells nobody that there is an account, nor in which language.
    const locale = account?.locale ?? invitation.locale;
    await outbox.mail({
      template: 'organisations.invited',
      to: { email: input.email, name: account?.name ?? '', locale },
      data: {
        organisation: organisation.name,
        author: actor.kind === 'user' ? actor.name : '',
        path: `/${locale}/invitation?${new URLSearchParams({ token })}`,
        days: INVITATION_DAYS,
      },
    });
    return { email: input.email };
  },
});
