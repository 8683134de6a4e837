import type { IncidentStory } from '@/db/incidents/queries';

/** An incident as it may be told to everybody: without the accounts and keys behind its updates. */
export const told = ({ updates, createdBy: _, ...incident }: IncidentStory) => ({
  ...incident,
  updates: updates.map(({ authorId: _author, idempotencyKey: _key, ...update }) => update),
});
