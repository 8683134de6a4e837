import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  date,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { createdAt, id, localised } from '../columns';
import { users } from '../people/schema';

/** The desk's teams (*pôles*). None that was ever used is deleted: it is set aside. */
export const teams = pgTable(
  'teams',
  {
    id: id(),
    name: localised('name').notNull(),
    /** 1 hears customers, 2 is asked by the first. */
    level: integer('level').notNull().default(1),
    active: boolean('active').notNull().default(sql`true`),
    /** Whether requests of the team are given to its people in turn. */
    roundRobin: boolean('round_robin').notNull().default(sql`false`),
    /** How many requests were given in turn so far; held while the next one is given. */
    turns: integer('turns').notNull().default(0),
    createdAt: createdAt(),
  },
  (table) => [
    uniqueIndex('teams_name_key').on(sql`lower(${table.name} ->> 'fr')`),
    check('teams_level_check', sql`${table.level} in (1, 2)`),
  ],
);

/** Who answers requests of which team. */
export const teamMembers = pgTable(
  'team_members',
  {
    teamId: uuid('team_id')
      .notNull()
      .references(() => teams.id, { onDelete: 'cascade' }),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    /** Members may answer without being given requests in turn. */
    takesTurns: boolean('takes_turns').notNull().default(sql`true`),
    /** The team's count at their last turn; 0 before the first. */
    lastTurn: integer('last_turn').notNull().default(0),
    createdAt: createdAt(),
  },
  (table) => [primaryKey({ columns: [table.teamId, table.userId] }), index('team_members_user_idx').on(table.userId)],
);

/** When people of the desk are away: whole days of their own time zone, both included. */
export const absences = pgTable(
  'absences',
  {
    id: id(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    fromDay: date('from_day', { mode: 'string' }).notNull(),
    untilDay: date('until_day', { mode: 'string' }).notNull(),
    reason: text('reason'),
    createdAt: createdAt(),
  },
  (table) => [
    index('absences_user_idx').on(table.userId, table.untilDay),
    check('absences_order_check', sql`${table.fromDay} <= ${table.untilDay}`),
  ],
);
