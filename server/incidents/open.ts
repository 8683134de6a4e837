import { z } from 'zod';
import {
  changeComponents,
  incidentIdByUpdateKey,
  insertIncident,
  insertUpdate,
  recomputeIncident,
} from '@/db/incidents/queries';
import { action } from '../kernel/action';
import { bilingual } from '../kernel/bilingual';
import { stepFields } from './fields';

/** Opens an incident with its first update. A repeated post with the same key answers the incident of the first one. */
export const open = action({
  permission: 'incidents.open',
  input: z.object({
    title: bilingual(160),
    status: z.enum(['investigating', 'identified', 'monitoring']),
    ...stepFields,
  }),
  async run({ tx, actor, input, now, outbox, audit }) {
    const earlier = input.idempotencyKey && (await incidentIdByUpdateKey(tx, input.idempotencyKey));
    if (earlier) return { id: earlier };
    const authorId = actor.kind === 'user' ? actor.id : null;
    const { title, status, impact, body } = input;
    const incident = await insertIncident(tx, {
      title,
      status,
      impact,
      startedAt: now,
      createdBy: authorId,
      createdAt: now,
      updatedAt: now,
    });
    const updateId = await insertUpdate(tx, {
      incidentId: incident.id,
      status,
      impact,
      body,
      authorId,
      idempotencyKey: input.idempotencyKey ?? null,
      createdAt: now,
      displayAt: now,
    });
    if (!updateId) throw new Error('the first update of an incident cannot be a repetition');
    await changeComponents(tx, updateId, input.components, now);
    await recomputeIncident(tx, incident.id, now);
    await outbox.touch('incidents');
    await outbox.index('incident', incident.id);
    audit({ type: 'incident', id: incident.id }, { impact, components: input.components.length });
    return { id: incident.id };
  },
});
