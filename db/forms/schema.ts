import { sql } from 'drizzle-orm';
import { boolean, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { FIELD_KINDS, FIELD_NEEDS, type FieldOption } from '@/domain/forms/fields';
import type { ResolveNeed } from '@/domain/forms/resolving';
import { id, localised, oneOf } from '../columns';
import { policies } from '../sla/schema';
import { teams } from '../teams/schema';

/** The doors that requests come in by, each with types of its own. */
export const portals = pgTable('portals', {
  key: text('key').primaryKey(),
  name: localised('name').notNull(),
  /** What it is for, above its types. */
  intro: localised('intro').notNull(),
  position: integer('position').notNull(),
  active: boolean('active').notNull().default(sql`true`),
});

/** The kinds of request each portal takes. */
export const requestTypes = pgTable(
  'request_types',
  {
    key: text('key').primaryKey(),
    portal: text('portal')
      .notNull()
      .references(() => portals.key),
    name: localised('name').notNull(),
    /** In which case one chooses it: a line of the decision table. */
    situation: localised('situation').notNull().default({ fr: '' }),
    guidance: localised('guidance').notNull(),
    position: integer('position').notNull(),
    active: boolean('active').notNull().default(sql`true`),
    /** Which team of the desk gets its requests; `null` leaves them to everybody. */
    teamId: uuid('team_id').references(() => teams.id, { onDelete: 'set null' }),
    /** Whose deadlines apply; `null` is the policy of the house. */
    policyKey: text('policy_key').references(() => policies.key),
    /** Whether the form asks how grave the matter is. */
    asksCriticality: boolean('asks_criticality').notNull().default(sql`false`),
    /** Whether the resolution is only due once the desk has seen the problem for itself. */
    needsReproduction: boolean('needs_reproduction').notNull().default(sql`false`),
    /** Whether its deadlines wait for all that its form expects. */
    needsCompleteness: boolean('needs_completeness').notNull().default(sql`false`),
    /** Whether each of its requests becomes an idea, which the product team reads. */
    becomesIdea: boolean('becomes_idea').notNull().default(sql`false`),
    /** What the desk has to say before one of its requests is resolved. */
    resolveNeeds: jsonb('resolve_needs').$type<ResolveNeed[]>().notNull().default([]),
  },
  (table) => [index('request_types_portal_idx').on(table.portal, table.position)],
);

/** What the form of a type asks for besides subject, description and files. */
export const requestFields = pgTable(
  'request_fields',
  {
    id: id(),
    typeKey: text('type_key')
      .notNull()
      .references(() => requestTypes.key, { onDelete: 'cascade' }),
    /** The same in forms that ask for the same thing, so that changing the type keeps what was written. */
    key: text('key').notNull(),
    kind: text('kind', { enum: FIELD_KINDS }).notNull(),
    label: localised('label').notNull(),
    help: localised('help'),
    why: localised('why'),
    need: text('need', { enum: FIELD_NEEDS }).notNull(),
    options: jsonb('options').$type<FieldOption[]>().notNull().default([]),
    position: integer('position').notNull(),
    active: boolean('active').notNull().default(sql`true`),
  },
  (table) => [
    uniqueIndex('request_fields_key').on(table.typeKey, table.key),
    oneOf('request_fields', 'kind', FIELD_KINDS),
    oneOf('request_fields', 'need', FIELD_NEEDS),
  ],
);
