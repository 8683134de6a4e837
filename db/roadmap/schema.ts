import { bigint, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { HORIZONS, THEME_STATES } from '@/domain/roadmap/themes';
import { createdAt, id, instant, localised, oneOf } from '../columns';
import { users } from '../people/schema';

/** Priority themes of the roadmap. */
export const themes = pgTable(
  'themes',
  {
    id: id(),
    /** Stable name, used in addresses and in the front matter of release notes. */
    key: text('key').notNull(),
    title: localised('title').notNull(),
    why: localised('why').notNull(),
    what: localised('what').notNull(),
    area: localised('area').notNull(),
    state: text('state', { enum: THEME_STATES }).notNull(),
    horizon: text('horizon', { enum: HORIZONS }).notNull(),
    /** `2027-Q1`, where the horizon is known that exactly. */
    quarter: text('quarter'),
    postponedReason: localised('postponed_reason'),
    position: integer('position').notNull(),
    createdAt: createdAt(),
    updatedAt: instant('updated_at').notNull().defaultNow(),
  },
  (table) => [
    uniqueIndex('themes_key_key').on(table.key),
    oneOf('themes', 'state', THEME_STATES),
    oneOf('themes', 'horizon', HORIZONS),
  ],
);

/** Steps of a theme; progress is the share of them that is done. */
export const themeSteps = pgTable(
  'theme_steps',
  {
    id: id(),
    themeId: uuid('theme_id')
      .notNull()
      .references(() => themes.id, { onDelete: 'cascade' }),
    title: localised('title').notNull(),
    position: integer('position').notNull(),
    doneAt: instant('done_at'),
  },
  (table) => [index('theme_steps_theme_idx').on(table.themeId, table.position)],
);

/** What changed in a theme, append-only. */
export const themeEvents = pgTable(
  'theme_events',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    themeId: uuid('theme_id')
      .notNull()
      .references(() => themes.id, { onDelete: 'cascade' }),
    kind: text('kind').notNull(),
    actorId: uuid('actor_id').references(() => users.id),
    data: jsonb('data').$type<Record<string, unknown>>().notNull(),
    at: instant('at').notNull(),
  },
  (table) => [index('theme_events_theme_idx').on(table.themeId, table.id)],
);
