import { z } from 'zod';
import { teamForUpdate, updateTeam } from '@/db/teams/queries';
import { action } from '../kernel/action';

/** Sets a team aside, or takes it up again: it keeps the requests it has, and is given no more. */
export const setAside = action({
  permission: 'teams.setAside',
  input: z.object({ id: z.uuid(), aside: z.boolean() }),
  async run({ tx, input, audit }) {
    const team = await teamForUpdate(tx, input.id);
    await updateTeam(tx, team.id, { active: !input.aside });
    audit({ type: 'team', id: team.id }, { aside: input.aside });
    return { id: team.id };
  },
});
