import { z } from 'zod';
import { insertTeam, writeTeamMembers } from '@/db/teams/queries';
import { invalidField } from '@/domain/refusal';
import { action } from '../kernel/action';
import { checkMembers, teamFacts, teamFields } from './fields';

/** Makes a team of the desk with its people. Refuses (`invalid`) a French name that another team has. */
export const create = action({
  permission: 'teams.create',
  input: z.object(teamFields),
  async run({ tx, input, audit }) {
    await checkMembers(tx, input.members);
    const id = await insertTeam(tx, teamFacts(input));
    if (!id) throw invalidField('nameFr', 'errors.deskTeamTaken');
    await writeTeamMembers(tx, id, input.members);
    audit({ type: 'team', id }, { name: input.nameFr, members: input.members.length });
    return { id };
  },
});
