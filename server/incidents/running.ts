import { z } from 'zod';
import { runningIncidents } from '@/db/incidents/queries';
import { query } from '../kernel/action';
import { told } from './told';

/** The incidents that are not resolved yet, for the banner above every page. */
export const running = query({
  permission: 'incidents.running',
  input: z.object({}),
  run: async ({ db }) => (await runningIncidents(db)).map(told),
});
