import { sql } from 'drizzle-orm';
import { boolean, check, integer, jsonb, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
import type { WorkCalendar } from '@/domain/sla/calendar';
import type { PolicyTargets } from '@/domain/sla/policy';
import { instant, localised } from '../columns';

/** Business calendars: opening hours, whose public holidays are kept, days off and open days of one's own. */
export const calendars = pgTable('calendars', {
  key: text('key').primaryKey(),
  name: localised('name').notNull(),
  timeZone: text('time_zone').notNull(),
  week: jsonb('week').$type<WorkCalendar['week']>().notNull(),
  /** ISO country and its region, for public holidays; `null` keeps none. */
  country: text('country'),
  region: text('region'),
  daysOff: jsonb('days_off').$type<WorkCalendar['daysOff']>().notNull(),
  openDays: jsonb('open_days').$type<WorkCalendar['openDays']>().notNull(),
  updatedAt: instant('updated_at').notNull().defaultNow(),
});

/** Levels of criticality: what people read to choose, and from which severity (1 to 5) on each applies. */
export const criticalityLevels = pgTable(
  'criticality_levels',
  {
    key: text('key').primaryKey(),
    name: localised('name').notNull(),
    definition: localised('definition').notNull(),
    examples: localised('examples').notNull(),
    fromSeverity: integer('from_severity').notNull(),
    /** Retired levels stay with the requests that have them and are given to no other. */
    active: boolean('active').notNull().default(sql`true`),
  },
  (table) => [check('criticality_levels_severity_check', sql`${table.fromSeverity} between 1 and 5`)],
);

/** Policies: what is promised, by which calendar. One is the house's own; types of request may have another. */
export const policies = pgTable(
  'policies',
  {
    key: text('key').primaryKey(),
    name: localised('name').notNull(),
    calendarKey: text('calendar_key')
      .notNull()
      .references(() => calendars.key),
    isDefault: boolean('is_default').notNull().default(sql`false`),
    updatedAt: instant('updated_at').notNull().defaultNow(),
  },
  (table) => [uniqueIndex('policies_default_key').on(table.isDefault).where(sql`${table.isDefault}`)],
);

/** The targets of a policy for each level. */
export const policyTargets = pgTable(
  'policy_targets',
  {
    policyKey: text('policy_key')
      .notNull()
      .references(() => policies.key, { onDelete: 'cascade' }),
    levelKey: text('level_key')
      .notNull()
      .references(() => criticalityLevels.key),
    targets: jsonb('targets').$type<PolicyTargets>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.policyKey, table.levelKey] })],
);
