import { z } from 'zod';
import { listPortals } from '@/db/forms/queries';
import { listTeams } from '@/db/teams/queries';
import { query } from '../kernel/action';

/** Portals and their types in order, those out of use among them, and the teams that may get them, for whoever looks after them. */
export const show = query({
  permission: 'forms.show',
  input: z.object({}),
  run: async ({ db }) => ({
    portals: await listPortals(db),
    teams: (await listTeams(db)).map(({ id, name, active }) => ({ id, name, active })),
  }),
});
