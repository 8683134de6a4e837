import { z } from 'zod';
import { countMembers, listMembers } from '@/db/organisations/members';
import { openInvitations, organisationTeamsOf } from '@/db/organisations/queries';
import { domainsOf } from '@/db/tickets/followers';
import { granteeOf } from '@/domain/access/actor';
import { isGranted } from '@/domain/access/grants';
import { looksAfter } from '@/domain/access/organisations';
import { query } from '../kernel/action';
import { visibleOrganisation } from './rows';

const PAGE_SIZE = 50;

/**
 * An organisation with its people, 50 a page, narrowed by a piece of a name or address; a page goes on after a member, or
 * ends before them. Invitations only for who looks after it, notes for staff alone.
 */
export const show = query({
  permission: 'organisations.show',
  input: z.object({
    id: z.uuid(),
    text: z.string().trim().max(200).optional(),
    after: z.uuid().optional(),
    before: z.uuid().optional(),
  }),
  async run({ db, actor, input: { id, text, after, before }, now }) {
    const { notes, ...organisation } = await visibleOrganisation(db, actor, id);
    const tends = looksAfter(actor, id);
    const [rows, memberCount, teams, domains, invitations] = await Promise.all([
      listMembers(db, id, { text, after, before, limit: PAGE_SIZE + 1 }),
      countMembers(db, id),
      organisationTeamsOf(db, id),
      domainsOf(db, id),
      tends ? openInvitations(db, id) : [],
    ]);
    const backwards = before !== undefined && after === undefined;
    const more = rows.length > PAGE_SIZE;
    const members = backwards ? rows.slice(more ? 1 : 0) : rows.slice(0, PAGE_SIZE);
    return {
      ...organisation,
      notes: isGranted('organisations.list', granteeOf(actor)) ? notes : null,
      looksAfter: tends,
      domains,
      teams,
      members,
      memberCount,
      previous: (backwards ? more : after !== undefined) ? (members[0]?.id ?? null) : null,
      next: backwards || more ? (members.at(-1)?.id ?? null) : null,
      invitations: invitations.map(({ id: invitation, email, manager, sentAt, expiresAt }) => ({
        id: invitation,
        email,
        manager,
        sentAt,
        expired: expiresAt <= now,
      })),
    };
  },
});
