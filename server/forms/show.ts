import { z } from 'zod';
import { listPortals } from '@/db/forms/queries';
import { query } from '../kernel/action';

/** Portals and their types in order, those out of use among them, for whoever looks after them. */
export const show = query({
  permission: 'forms.show',
  input: z.object({}),
  run: async ({ db }) => ({ portals: await listPortals(db) }),
});
