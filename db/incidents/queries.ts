import { asc, desc, eq, gte, inArray, isNull, or } from 'drizzle-orm';
import type { ComponentStatus } from '@/domain/incidents/status';
import { foldIncident } from '@/domain/incidents/timeline';
import { notFound } from '@/domain/refusal';
import type { Reader, Tx } from '../client';
import { users } from '../people/schema';
import { componentEvents, componentGroups, components, incidents, incidentUpdates } from './schema';

export type Incident = typeof incidents.$inferSelect;
export type IncidentUpdate = typeof incidentUpdates.$inferSelect;
export type Component = typeof components.$inferSelect;
export type ComponentGroup = typeof componentGroups.$inferSelect;
/** What an update did to a component. */
export type ComponentChange = typeof componentEvents.$inferSelect;
/** An incident with everything a page or feed tells of it; updates newest first. */
export type IncidentStory = Incident & {
  updates: (IncidentUpdate & { changes: ComponentChange[]; authorName: string | null })[];
  componentIds: string[];
};

/** Groups and components in the order they are shown. */
export const listComponents = async (db: Reader): Promise<{ groups: ComponentGroup[]; components: Component[] }> => {
  const groups = await db.select().from(componentGroups).orderBy(asc(componentGroups.position));
  const all = await db.select().from(components).orderBy(asc(components.position));
  return { groups, components: all };
};

const withUpdates = async (db: Reader, found: readonly Incident[]): Promise<IncidentStory[]> => {
  if (found.length === 0) return [];
  const ids = found.map((incident) => incident.id);
  const updates = await db
    .select({ update: incidentUpdates, authorName: users.name })
    .from(incidentUpdates)
    .leftJoin(users, eq(incidentUpdates.authorId, users.id))
    .where(inArray(incidentUpdates.incidentId, ids))
    .orderBy(desc(incidentUpdates.displayAt), desc(incidentUpdates.createdAt));
  const changes = await db
    .select()
    .from(componentEvents)
    .where(
      inArray(
        componentEvents.incidentUpdateId,
        updates.map(({ update }) => update.id),
      ),
    )
    .orderBy(asc(componentEvents.at));
  return found.map((incident) => {
    const own = updates
      .filter(({ update }) => update.incidentId === incident.id)
      .map(({ update, authorName }) => ({
        ...update,
        authorName,
        changes: changes.filter((change) => change.incidentUpdateId === update.id),
      }));
    const componentIds = [...new Set(own.flatMap((update) => update.changes.map((change) => change.componentId)))];
    return { ...incident, updates: own, componentIds };
  });
};

/** Incidents that still go on, newest first. */
export const runningIncidents = async (db: Reader): Promise<IncidentStory[]> =>
  withUpdates(
    db,
    await db.select().from(incidents).where(isNull(incidents.resolvedAt)).orderBy(desc(incidents.startedAt)),
  );

/** Incidents that run or began at `since` or later, newest first; 200 at most. */
export const incidentsSince = async (db: Reader, since: Date): Promise<IncidentStory[]> =>
  withUpdates(
    db,
    await db
      .select()
      .from(incidents)
      .where(or(gte(incidents.startedAt, since), isNull(incidents.resolvedAt)))
      .orderBy(desc(incidents.startedAt))
      .limit(200),
  );

/** One incident with its story. Throws `not-found`. */
export const incidentById = async (db: Reader, id: string): Promise<IncidentStory> => {
  const [story] = await withUpdates(db, await db.select().from(incidents).where(eq(incidents.id, id)));
  if (!story) throw notFound('incident');
  return story;
};

/** Holds the row of an incident until the transaction ends, so that updates are written one by one. Throws `not-found`. */
export const incidentForUpdate = async (tx: Tx, id: string): Promise<Incident> => {
  const [incident] = await tx.select().from(incidents).where(eq(incidents.id, id)).for('update');
  if (!incident) throw notFound('incident');
  return incident;
};

/** Writes a new incident without its first update. */
export const insertIncident = async (tx: Tx, incident: typeof incidents.$inferInsert): Promise<Incident> => {
  const [row] = await tx.insert(incidents).values(incident).returning();
  if (!row) throw new Error('an insert answered no row');
  return row;
};

/** Writes an update and answers its id; `null` when the same post was already taken (idempotency key). */
export const insertUpdate = async (tx: Tx, update: typeof incidentUpdates.$inferInsert): Promise<string | null> => {
  const [row] = await tx
    .insert(incidentUpdates)
    .values(update)
    .onConflictDoNothing()
    .returning({ id: incidentUpdates.id });
  return row?.id ?? null;
};

/** The incident that an earlier post with the same key has opened or updated. */
export const incidentIdByUpdateKey = async (db: Reader, key: string): Promise<string | undefined> => {
  const [row] = await db
    .select({ id: incidentUpdates.incidentId })
    .from(incidentUpdates)
    .where(eq(incidentUpdates.idempotencyKey, key));
  return row?.id;
};

/**
 * Records what an update does to components: one event each, and the cached state of the component. A component that
 * already has the state is recorded as affected all the same. Throws `not-found` for an unknown component.
 */
export const changeComponents = async (
  tx: Tx,
  updateId: string,
  changes: readonly { componentId: string; status: ComponentStatus }[],
  at: Date,
): Promise<void> => {
  // In one order for everybody, so that two updates at once do not wait for each other in a circle.
  const ordered = [...changes].sort((a, b) => a.componentId.localeCompare(b.componentId));
  for (const { componentId, status } of ordered) {
    const [component] = await tx.select().from(components).where(eq(components.id, componentId)).for('update');
    if (!component) throw notFound('component');
    await tx.insert(componentEvents).values({
      componentId,
      incidentUpdateId: updateId,
      oldStatus: component.status,
      newStatus: status,
      at,
    });
    await tx.update(components).set({ status, updatedAt: at }).where(eq(components.id, componentId));
  }
};

const instantOf = (at: number | null): Date | null => (at === null ? null : new Date(at));

/** Writes the cached columns of an incident from its updates: the only function that may. */
export const recomputeIncident = async (tx: Tx, incidentId: string, now: Date): Promise<void> => {
  const steps = await tx
    .select()
    .from(incidentUpdates)
    .where(eq(incidentUpdates.incidentId, incidentId))
    .orderBy(asc(incidentUpdates.displayAt), asc(incidentUpdates.createdAt));
  const state = foldIncident(
    steps.map(({ status, impact, displayAt }) => ({ status, impact, at: displayAt.getTime() })),
  );
  await tx
    .update(incidents)
    .set({
      status: state.status,
      impact: state.impact,
      monitoringAt: instantOf(state.monitoringAt),
      resolvedAt: instantOf(state.resolvedAt),
      updatedAt: now,
    })
    .where(eq(incidents.id, incidentId));
};

/** Components that other running incidents than this one have brought into trouble and not yet brought back. */
export const componentsHeldByOthers = async (tx: Tx, incidentId: string): Promise<Set<string>> => {
  const others = (await runningIncidents(tx)).filter((incident) => incident.id !== incidentId);
  const held = others.flatMap((incident) =>
    incident.componentIds.filter((componentId) => {
      const last = incident.updates
        .flatMap((update) => update.changes)
        .find((change) => change.componentId === componentId);
      return last && last.newStatus !== 'operational';
    }),
  );
  return new Set(held);
};
