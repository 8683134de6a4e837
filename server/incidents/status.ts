import { z } from 'zod';
import { incidentsSince, listComponents } from '@/db/incidents/queries';
import { pageStatus } from '@/domain/incidents/status';
import { query } from '../kernel/action';
import { told } from './told';

/** How far back the status page and its feeds tell, in days. */
const HISTORY_DAYS = 120;
const DAY_MS = 86_400_000;

/** Everything that the status page, its API and its feeds show, for everybody. */
export const status = query({
  permission: 'incidents.status',
  input: z.object({}),
  async run({ db, now }) {
    const { groups, components } = await listComponents(db);
    const incidents = (await incidentsSince(db, new Date(now.getTime() - HISTORY_DAYS * DAY_MS))).map(told);
    const running = incidents.filter((incident) => !incident.resolvedAt);
    const page = pageStatus(
      running.map((incident) => incident.impact),
      components.map((component) => component.status),
    );
    const moments = [...components, ...incidents].map((one) => one.updatedAt.getTime());
    return { page, groups, components, running, incidents, updatedAt: new Date(Math.max(0, ...moments)) };
  },
});
