import { z } from 'zod';
import { openJoinRequests } from '@/db/organisations/joining';
import { query } from '../kernel/action';
import { lookedAfter } from './rows';

/** Who waits to be let into the organisations that the actor looks after, the longest first: any for the desk, their own for managers. */
export const asked = query({
  permission: 'organisations.asked',
  input: z.object({ organisationId: z.uuid().optional() }),
  async run({ db, actor, input: { organisationId } }) {
    const kept = lookedAfter(actor);
    if (organisationId === undefined) return openJoinRequests(db, kept);
    return openJoinRequests(db, kept === null || kept.includes(organisationId) ? [organisationId] : []);
  },
});
