import { z } from 'zod';
import { countTeams, insertTeam } from '@/db/organisations/queries';
import { MOST_TEAMS } from '@/domain/organisations/degrees';
import { invalidField } from '@/domain/refusal';
import { action } from '../kernel/action';
import { ownOrganisation } from './rows';

/** Adds a team to an organisation; refuses (`invalid`) a name that it has already, and more teams than one can choose from. */
export const addTeam = action({
  permission: 'organisations.addTeam',
  limits: [{ max: 60, seconds: 3600 }],
  input: z.object({ organisationId: z.uuid(), name: z.string().trim().min(1, 'errors.required').max(80) }),
  async run({ tx, actor, input, audit }) {
    await ownOrganisation(tx, actor, input.organisationId);
    if ((await countTeams(tx, input.organisationId)) >= MOST_TEAMS)
      throw invalidField('name', 'errors.tooManyTeams', { maximum: MOST_TEAMS });
    const id = await insertTeam(tx, input.organisationId, input.name);
    if (!id) throw invalidField('name', 'errors.teamTaken');
    audit({ type: 'organisation', id: input.organisationId }, { team: id });
    return { id };
  },
});
