import { z } from 'zod';
import { countMembers, isMember } from '@/db/organisations/members';
import { deleteMembership, organisationForUpdate } from '@/db/organisations/queries';
import { granteeOf } from '@/domain/access/actor';
import { worksOnTickets } from '@/domain/access/grants';
import { maySeeOrganisation } from '@/domain/access/organisations';
import { notFound } from '@/domain/refusal';
import { action } from '../kernel/action';
import { notTheLastManager, ownOrganisation } from './rows';

/**
 * Takes a member out of an organisation, or leaves it oneself: its requests and copies of them are gone for them, their
 * own requests stay theirs. Customers leave no organisation without a manager.
 */
export const detach = action({
  permission: 'organisations.detach',
  input: z.object({ organisationId: z.uuid(), userId: z.uuid() }),
  async run({ tx, actor, input, audit }) {
    const { organisationId, userId } = input;
    const leaves = actor.kind === 'user' && actor.id === userId && maySeeOrganisation(actor, organisationId);
    // Held either way, so that of two managers who leave at once one comes after the other.
    await (leaves ? organisationForUpdate(tx, organisationId) : ownOrganisation(tx, actor, organisationId));
    if (!(await isMember(tx, organisationId, { userId }))) throw notFound('person');
    const isLast = (await countMembers(tx, organisationId)) === 1;
    if (!worksOnTickets(granteeOf(actor)) && !isLast) await notTheLastManager(tx, organisationId, userId);
    await deleteMembership(tx, organisationId, userId);
    audit({ type: 'organisation', id: organisationId }, { userId, left: leaves });
    return { left: leaves };
  },
});
