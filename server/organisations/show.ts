import { z } from 'zod';
import { openInvitations, organisationMembers, organisationTeamsOf } from '@/db/organisations/queries';
import { domainsOf } from '@/db/tickets/followers';
import { granteeOf } from '@/domain/access/actor';
import { isGranted } from '@/domain/access/grants';
import { looksAfter } from '@/domain/access/organisations';
import { query } from '../kernel/action';
import { visibleOrganisation } from './rows';

/** An organisation with its people; invitations only for who looks after it, notes for staff alone. */
export const show = query({
  permission: 'organisations.show',
  input: z.object({ id: z.uuid() }),
  async run({ db, actor, input, now }) {
    const { notes, ...organisation } = await visibleOrganisation(db, actor, input.id);
    const tends = looksAfter(actor, input.id);
    const [members, teams, domains, invitations] = await Promise.all([
      organisationMembers(db, input.id),
      organisationTeamsOf(db, input.id),
      domainsOf(db, input.id),
      tends ? openInvitations(db, input.id) : [],
    ]);
    return {
      ...organisation,
      notes: isGranted('organisations.list', granteeOf(actor)) ? notes : null,
      looksAfter: tends,
      domains,
      teams,
      members: members.map(({ locale: _, ...member }) => member),
      invitations: invitations.map(({ id, email, manager, sentAt, expiresAt }) => ({
        id,
        email,
        manager,
        sentAt,
        expired: expiresAt <= now,
      })),
    };
  },
});
