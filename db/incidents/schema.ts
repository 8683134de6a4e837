import { sql } from 'drizzle-orm';
import { boolean, index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { COMPONENT_STATUSES, IMPACTS, INCIDENT_STATUSES } from '@/domain/incidents/status';
import { createdAt, id, instant, localised, oneOf } from '../columns';
import { users } from '../people/schema';

/** Groups of components, in the order they are shown. */
export const componentGroups = pgTable('component_groups', {
  id: id(),
  name: localised('name').notNull(),
  position: integer('position').notNull(),
  createdAt: createdAt(),
});

/** What can work or fail. `status` is a cache of the component events. */
export const components = pgTable(
  'components',
  {
    id: id(),
    groupId: uuid('group_id').references(() => componentGroups.id),
    name: localised('name').notNull(),
    description: localised('description'),
    position: integer('position').notNull(),
    showcase: boolean('showcase').notNull().default(sql`true`),
    status: text('status', { enum: COMPONENT_STATUSES }).notNull().default('operational'),
    createdAt: createdAt(),
    updatedAt: instant('updated_at').notNull().defaultNow(),
  },
  () => [oneOf('components', 'status', COMPONENT_STATUSES)],
);

/** Incidents. Status, impact and the instants are caches of the updates. */
export const incidents = pgTable(
  'incidents',
  {
    id: id(),
    title: localised('title').notNull(),
    status: text('status', { enum: INCIDENT_STATUSES }).notNull(),
    impact: text('impact', { enum: IMPACTS }).notNull(),
    startedAt: instant('started_at').notNull(),
    monitoringAt: instant('monitoring_at'),
    resolvedAt: instant('resolved_at'),
    createdBy: uuid('created_by').references(() => users.id),
    createdAt: createdAt(),
    updatedAt: instant('updated_at').notNull().defaultNow(),
  },
  (table) => [
    index('incidents_started_idx').on(table.startedAt.desc()),
    index('incidents_running_idx').on(table.startedAt).where(sql`${table.resolvedAt} is null`),
    oneOf('incidents', 'status', INCIDENT_STATUSES),
    oneOf('incidents', 'impact', IMPACTS),
  ],
);

/** Steps of an incident, append-only. */
export const incidentUpdates = pgTable(
  'incident_updates',
  {
    id: id(),
    incidentId: uuid('incident_id')
      .notNull()
      .references(() => incidents.id, { onDelete: 'cascade' }),
    status: text('status', { enum: INCIDENT_STATUSES }).notNull(),
    impact: text('impact', { enum: IMPACTS }).notNull(),
    body: localised('body').notNull(),
    authorId: uuid('author_id').references(() => users.id),
    idempotencyKey: uuid('idempotency_key'),
    createdAt: createdAt(),
    displayAt: instant('display_at').notNull().defaultNow(),
  },
  (table) => [
    index('incident_updates_incident_idx').on(table.incidentId, table.displayAt),
    uniqueIndex('incident_updates_idempotency_key').on(table.idempotencyKey),
    oneOf('incident_updates', 'status', INCIDENT_STATUSES),
    oneOf('incident_updates', 'impact', IMPACTS),
  ],
);

/** What an update did to a component: the append-only events that bars and uptime are computed from. */
export const componentEvents = pgTable(
  'component_events',
  {
    id: id(),
    componentId: uuid('component_id')
      .notNull()
      .references(() => components.id, { onDelete: 'cascade' }),
    incidentUpdateId: uuid('incident_update_id').references(() => incidentUpdates.id, { onDelete: 'cascade' }),
    oldStatus: text('old_status', { enum: COMPONENT_STATUSES }).notNull(),
    newStatus: text('new_status', { enum: COMPONENT_STATUSES }).notNull(),
    at: instant('at').notNull(),
  },
  (table) => [
    index('component_events_component_idx').on(table.componentId, table.at),
    index('component_events_update_idx').on(table.incidentUpdateId),
    oneOf('component_events', 'old_status', COMPONENT_STATUSES),
    oneOf('component_events', 'new_status', COMPONENT_STATUSES),
  ],
);
