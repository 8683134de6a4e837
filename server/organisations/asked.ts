import { z } from 'zod';
import { openJoinRequests } from '@/db/organisations/joining';
import { granteeOf } from '@/domain/access/actor';
import { worksOnTickets } from '@/domain/access/grants';
import { query } from '../kernel/action';

/** Who waits to be let into the organisations that the actor looks after, the longest first: any for the desk, their own for managers. */
export const asked = query({
  permission: 'organisations.asked',
  input: z.object({ organisationId: z.uuid().optional() }),
  async run({ db, actor, input: { organisationId } }) {
    if (actor.kind !== 'user') return [];
    const own = actor.memberships.filter(({ manager }) => manager).map((membership) => membership.organisationId);
    const kept = worksOnTickets(granteeOf(actor)) ? null : own;
    if (organisationId === undefined) return openJoinRequests(db, kept);
    return openJoinRequests(db, kept === null || kept.includes(organisationId) ? [organisationId] : []);
  },
});
