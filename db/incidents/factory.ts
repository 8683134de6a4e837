import type { IncidentStatus } from '@/domain/incidents/status';
import type { LocalisedText } from '@/domain/people/localised';
import type { Tx } from '../client';
import { insertIncident, insertUpdate, recomputeIncident } from './queries';

/** Makes an incident with its first update, for tests; answers its id. */
export const makeIncident = async (
  tx: Tx,
  { title = { fr: 'Les imports prennent du retard' }, at = new Date() }: { title?: LocalisedText; at?: Date } = {},
): Promise<string> => {
  const facts = { status: 'investigating', impact: 'minor' } as const;
  const { id } = await insertIncident(tx, { ...facts, title, startedAt: at, createdAt: at });
  await makeUpdate(tx, id, { status: 'investigating', body: { fr: 'Nous cherchons.' }, at });
  return id;
};

/** Adds an update to an incident, past every rule, and answers its id. */
export const makeUpdate = async (
  tx: Tx,
  incidentId: string,
  update: { status: IncidentStatus; body: LocalisedText; at: Date; authorId?: string },
): Promise<string> => {
  const { status, body, at, authorId = null } = update;
  const times = { createdAt: at, displayAt: at };
  const id = await insertUpdate(tx, { incidentId, status, impact: 'minor', body, authorId, ...times });
  if (!id) throw new Error('an update without a key cannot be a repetition');
  await recomputeIncident(tx, incidentId, at);
  return id;
};
