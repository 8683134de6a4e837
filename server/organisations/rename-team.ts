import { z } from 'zod';
import { renameOrganisationTeam } from '@/db/organisations/queries';
import { invalidField } from '@/domain/refusal';
import { action } from '../kernel/action';
import { ownOrganisation, teamOf } from './rows';

/** Calls a team of an organisation something else; refuses (`invalid`) a name that another one has. */
export const renameTeam = action({
  permission: 'organisations.renameTeam',
  limits: [{ max: 60, seconds: 3600 }],
  input: z.object({
    organisationId: z.uuid(),
    teamId: z.uuid(),
    name: z.string().trim().min(1, 'errors.required').max(80),
  }),
  async run({ tx, actor, input: { organisationId, teamId, name }, audit }) {
    await ownOrganisation(tx, actor, organisationId);
    await teamOf(tx, organisationId, teamId);
    if (!(await renameOrganisationTeam(tx, teamId, name))) throw invalidField('name', 'errors.teamTaken');
    audit({ type: 'organisation', id: organisationId }, { team: teamId });
    return { id: teamId };
  },
});
