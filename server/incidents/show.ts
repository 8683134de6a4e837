import { z } from 'zod';
import { incidentById, listComponents } from '@/db/incidents/queries';
import { NEXT_INCIDENT_STATUSES } from '@/domain/incidents/status';
import { query } from '../kernel/action';
import { told } from './told';

/** One incident with its story, all components, and the statuses an update may bring. */
export const show = query({
  permission: 'incidents.show',
  input: z.object({ id: z.uuid() }),
  async run({ db, input }) {
    const incident = told(await incidentById(db, input.id));
    return { incident, ...(await listComponents(db)), next: NEXT_INCIDENT_STATUSES[incident.status] };
  },
});
