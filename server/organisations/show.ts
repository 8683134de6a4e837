import { z } from 'zod';
import { countMembers, listMembers } from '@/db/organisations/members';
import { openInvitations, organisationTeamsOf } from '@/db/organisations/queries';
import { domainsOf } from '@/db/tickets/followers';
import { granteeOf } from '@/domain/access/actor';
import { isGranted } from '@/domain/access/grants';
import { looksAfter } from '@/domain/access/organisations';
import { query } from '../kernel/action';
import { partFields, placeValue, turns } from '../kernel/part';
import { visibleOrganisation } from './rows';

const PAGE_SIZE = 50;

/**
 * An organisation with its people, 50 a page, narrowed by a piece of a name or address. Invitations only for who looks after
 * it, notes for staff alone.
 */
export const show = query({
  permission: 'organisations.show',
  input: z.object({
    id: z.uuid(),
    text: z.string().trim().max(200).optional(),
    ...partFields(z.tuple([placeValue.flag, placeValue.text, placeValue.id])),
  }),
  async run({ db, actor, input: { id, text, after, before }, now }) {
    const { notes, ...organisation } = await visibleOrganisation(db, actor, id);
    const tends = looksAfter(actor, id);
    const [page, memberCount, teams, domains, invitations] = await Promise.all([
      listMembers(db, id, text, { after, before, size: PAGE_SIZE }),
      countMembers(db, id),
      organisationTeamsOf(db, id),
      domainsOf(db, id),
      tends ? openInvitations(db, id) : [],
    ]);
    return {
      ...organisation,
      notes: isGranted('organisations.list', granteeOf(actor)) ? notes : null,
      looksAfter: tends,
      domains,
      teams,
      members: page.rows,
      memberCount,
      ...turns(page),
      invitations: invitations.map(({ id: invitation, email, manager, teamId, locale, sentAt, expiresAt }) => ({
        id: invitation,
        email,
        manager,
        teamId,
        locale,
        sentAt,
        expired: expiresAt <= now,
      })),
    };
  },
});
