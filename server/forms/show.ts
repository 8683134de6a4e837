import { z } from 'zod';
import { listPortals } from '@/db/forms/queries';
import { listPolicies } from '@/db/sla/queries';
import { listTeams } from '@/db/teams/queries';
import { query } from '../kernel/action';

/** Portals and their types in order, those out of use among them, the teams that may get them and the policies they may go by, for whoever looks after them. */
export const show = query({
  permission: 'forms.show',
  input: z.object({}),
  run: async ({ db }) => ({
    portals: await listPortals(db),
    policies: (await listPolicies(db)).map(({ key, name, isDefault }) => ({ key, name, isDefault })),
    teams: (await listTeams(db)).map(({ id, name, active }) => ({ id, name, active })),
  }),
});
