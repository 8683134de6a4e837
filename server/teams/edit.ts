import { z } from 'zod';
import { teamForUpdate, teamNameTaken, updateTeam, writeTeamMembers } from '@/db/teams/queries';
import { invalidField } from '@/domain/refusal';
import { HAND_BACK_JOB, type HandBack } from '@/domain/tickets/leaving';
import { action } from '../kernel/action';
import { checkMembers, teamFacts, teamFields } from './fields';

/**
 * Changes a team: its names, level, way of giving and people. Requests of the team that stand with who is no longer in it
 * go back to the team. Refuses (`invalid`) a French name that another team has.
 */
export const edit = action({
  permission: 'teams.edit',
  input: z.object({ id: z.uuid(), ...teamFields }),
  async run({ tx, input, outbox, audit }) {
    const team = await teamForUpdate(tx, input.id);
    if (await teamNameTaken(tx, input.nameFr, team.id)) throw invalidField('nameFr', 'errors.deskTeamTaken');
    await checkMembers(tx, input.members);
    await updateTeam(tx, team.id, teamFacts(input));
    for (const userId of await writeTeamMembers(tx, team.id, input.members)) {
      const left: HandBack = { userId, teamId: team.id };
      await outbox.job(HAND_BACK_JOB, left, { key: `${HAND_BACK_JOB}:${team.id}:${userId}` });
    }
    audit({ type: 'team', id: team.id }, { name: input.nameFr, members: input.members.length });
    return { id: team.id };
  },
});
