import { z } from 'zod';
import { incidentsSince, listComponents } from '@/db/incidents/queries';
import { query } from '../kernel/action';

const YEAR_MS = 366 * 86_400_000;

/** Incidents of the last year for the studio, running ones first, each with how many updates it has had; and all components. */
export const list = query({
  permission: 'incidents.list',
  input: z.object({}),
  async run({ db, now }) {
    const all = await incidentsSince(db, new Date(now.getTime() - YEAR_MS));
    const rows = all.map(({ updates, createdBy: _, ...incident }) => ({ ...incident, updateCount: updates.length }));
    const incidents = [...rows.filter((row) => !row.resolvedAt), ...rows.filter((row) => row.resolvedAt)];
    return { incidents, ...(await listComponents(db)) };
  },
});
