import { z } from 'zod';
import { deleteOrganisationTeam, isTeamInUse } from '@/db/organisations/queries';
import { Refusal } from '@/domain/refusal';
import { action } from '../kernel/action';
import { ownOrganisation, teamOf } from './rows';

/** Takes a team out of an organisation; refuses (`conflict`) one that still has members, or waits for some who were invited. */
export const removeTeam = action({
  permission: 'organisations.removeTeam',
  limits: [{ max: 60, seconds: 3600 }],
  input: z.object({ organisationId: z.uuid(), teamId: z.uuid() }),
  async run({ tx, actor, input: { organisationId, teamId }, audit }) {
    // Held: nobody is put into the team meanwhile.
    await ownOrganisation(tx, actor, organisationId);
    await teamOf(tx, organisationId, teamId);
    if (await isTeamInUse(tx, teamId)) throw new Refusal('conflict', 'errors.organisationTeamInUse');
    await deleteOrganisationTeam(tx, teamId);
    audit({ type: 'organisation', id: organisationId }, { team: teamId });
    return { id: teamId };
  },
});
