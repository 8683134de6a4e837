import { z } from 'zod';
import { isMember } from '@/db/organisations/members';
import { writeMembership } from '@/db/organisations/queries';
import { granteeOf } from '@/domain/access/actor';
import { worksOnTickets } from '@/domain/access/grants';
import { notFound } from '@/domain/refusal';
import { action } from '../kernel/action';
import { teamField } from './fields';
import { notTheLastManager, ownOrganisation, teamOf } from './rows';

/** Makes a member a manager or a plain member, and sets their team. Customers leave no organisation without a manager (`conflict`). */
export const place = action({
  permission: 'organisations.place',
  input: z.object({ organisationId: z.uuid(), userId: z.uuid(), manager: z.boolean(), teamId: teamField }),
  async run({ tx, actor, input, audit }) {
    const { organisationId, userId, manager } = input;
    await ownOrganisation(tx, actor, organisationId);
    if (!(await isMember(tx, organisationId, { userId }))) throw notFound('person');
    if (!manager && !worksOnTickets(granteeOf(actor))) await notTheLastManager(tx, organisationId, userId);
    const teamId = await teamOf(tx, organisationId, input.teamId);
    await writeMembership(tx, { organisationId, userId, manager, teamId });
    audit({ type: 'organisation', id: organisationId }, { userId, manager, teamId });
    return { userId };
  },
});
