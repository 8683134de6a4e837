import { index, pgTable, primaryKey, uuid } from 'drizzle-orm/pg-core';
import { createdAt, instant } from '../columns';
import { incidents, incidentUpdates } from '../incidents/schema';
import { users } from '../people/schema';
import { themes } from '../roadmap/schema';
import { tickets } from './schema';

const ticketId = () =>
  uuid('ticket_id')
    .notNull()
    .references(() => tickets.id, { onDelete: 'cascade' });
const createdBy = () => uuid('created_by').references(() => users.id);

/** Which requests are tied to which incident. */
export const ticketIncidents = pgTable(
  'ticket_incidents',
  {
    ticketId: ticketId(),
    incidentId: uuid('incident_id')
      .notNull()
      .references(() => incidents.id, { onDelete: 'cascade' }),
    createdBy: createdBy(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.ticketId, table.incidentId] }),
    index('ticket_incidents_incident_idx').on(table.incidentId, table.ticketId),
  ],
);

/** Which requests are tied to which theme of the roadmap. */
export const ticketThemes = pgTable(
  'ticket_themes',
  {
    ticketId: ticketId(),
    themeId: uuid('theme_id')
      .notNull()
      .references(() => themes.id, { onDelete: 'cascade' }),
    createdBy: createdBy(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.ticketId, table.themeId] }),
    index('ticket_themes_theme_idx').on(table.themeId, table.ticketId),
  ],
);

/** Who was told of an update of an incident: each person once, however many requests of theirs are tied to it. */
export const incidentTellings = pgTable(
  'incident_tellings',
  {
    updateId: uuid('update_id')
      .notNull()
      .references(() => incidentUpdates.id, { onDelete: 'cascade' }),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    toldAt: instant('told_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.updateId, table.userId] })],
);
