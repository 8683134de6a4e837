import { z } from 'zod';
import { deleteTeam, teamForUpdate } from '@/db/teams/queries';
import { Refusal } from '@/domain/refusal';
import { action } from '../kernel/action';

/** Deletes a team that was never used; refuses (`conflict`) one that requests or settings name: it can be set aside. */
export const remove = action({
  permission: 'teams.remove',
  input: z.object({ id: z.uuid() }),
  async run({ tx, input, audit }) {
    const team = await teamForUpdate(tx, input.id);
    if (!(await deleteTeam(tx, team.id))) throw new Refusal('conflict', 'errors.teamInUse');
    audit({ type: 'team', id: team.id }, { name: team.name.fr });
    return { id: team.id };
  },
});
