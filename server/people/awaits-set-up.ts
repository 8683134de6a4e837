import { z } from 'zod';
import { hasAdmin } from '@/db/people/accounts';
import { query } from '../kernel/action';

/** Whether the installation still waits for its first admin. */
export const awaitsSetUp = query({
  permission: 'people.awaitsSetUp',
  input: z.object({}),
  run: async ({ db }) => !(await hasAdmin(db)),
});
