import { z } from 'zod';
import { invitationById, withdrawInvitation } from '@/db/organisations/queries';
import { action } from '../kernel/action';
import { ownOrganisation } from './rows';

/** Takes an invitation back: its link stops working at once. */
export const withdraw = action({
  permission: 'organisations.withdraw',
  input: z.object({ id: z.uuid() }),
  async run({ tx, actor, input, now, audit }) {
    const invitation = await invitationById(tx, input.id);
    await ownOrganisation(tx, actor, invitation.organisationId);
    await withdrawInvitation(tx, input.id, now);
    audit({ type: 'organisation', id: invitation.organisationId }, { invitation: input.id });
    return { id: input.id };
  },
});
