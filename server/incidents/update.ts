import { z } from 'zod';
import type { Tx } from '@/db/client';
import {
  changeComponents,
  componentsHeldByOthers,
  incidentById,
  incidentForUpdate,
  insertUpdate,
  recomputeIncident,
} from '@/db/incidents/queries';
import { type ComponentStatus, INCIDENT_STATUSES, NEXT_INCIDENT_STATUSES } from '@/domain/incidents/status';
import { Refusal } from '@/domain/refusal';
import { TELL_OF_INCIDENT_JOB } from '@/domain/tickets/ties';
import { action } from '../kernel/action';
import { stepFields } from './fields';

type Change = { componentId: string; status: ComponentStatus };

/** Whatever an incident had brought into trouble works again when it ends, unless the editor says otherwise or another incident holds it. */
const backToOperational = async (tx: Tx, incidentId: string, said: readonly Change[]): Promise<Change[]> => {
  const { componentIds } = await incidentById(tx, incidentId);
  const held = await componentsHeldByOthers(tx, incidentId);
  return componentIds
    .filter((componentId) => !held.has(componentId) && !said.some((change) => change.componentId === componentId))
    .map((componentId) => ({ componentId, status: 'operational' }));
};

/**
 * Adds a step to an incident. `from` is the status the editor saw: when somebody else wrote in the meantime the act is
 * refused (`conflict`), as is a step that the status table does not have. A repeated post is taken once.
 */
export const update = action({
  permission: 'incidents.update',
  input: z.object({
    id: z.uuid(),
    from: z.enum(INCIDENT_STATUSES),
    status: z.enum(INCIDENT_STATUSES),
    ...stepFields,
  }),
  async run({ tx, actor, input, now, outbox, audit }) {
    const incident = await incidentForUpdate(tx, input.id);
    const updateId = await insertUpdate(tx, {
      incidentId: incident.id,
      status: input.status,
      impact: input.impact,
      body: input.body,
      authorId: actor.kind === 'user' ? actor.id : null,
      idempotencyKey: input.idempotencyKey ?? null,
      createdAt: now,
      displayAt: now,
    });
    if (!updateId) return { id: incident.id };
    if (incident.status !== input.from) {
      throw new Refusal('conflict', 'errors.incidentMovedMeanwhile', { status: incident.status });
    }
    if (!NEXT_INCIDENT_STATUSES[incident.status].includes(input.status)) {
      throw new Refusal('conflict', 'errors.incidentMove', { from: incident.status, to: input.status });
    }
    const healed = input.status === 'resolved' ? await backToOperational(tx, incident.id, input.components) : [];
    await changeComponents(tx, updateId, [...input.components, ...healed], now);
    await recomputeIncident(tx, incident.id, now);
    await outbox.touch('incidents');
    await outbox.index('incident', incident.id);
    // Hundreds of requests may be tied to it: nobody waits here until all of their people are told.
    await outbox.job(TELL_OF_INCIDENT_JOB, { updateId });
    audit({ type: 'incident', id: incident.id }, { from: incident.status, to: input.status, impact: input.impact });
    return { id: incident.id };
  },
});
