import { sql } from 'drizzle-orm';
import { bigint, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { LOCALES } from '@/domain/people/locale';
import { READING_OUTCOMES, SEARCH_SURFACES } from '@/domain/search/log';
import { id, instant, oneOf } from '../columns';
import { users } from '../people/schema';

/** What was searched, and what was opened of what was found. Nothing in it says by whom. */
export const searchQueries = pgTable(
  'search_queries',
  {
    id: id(),
    at: instant('at').notNull(),
    locale: text('locale', { enum: LOCALES }).notNull(),
    surface: text('surface', { enum: SEARCH_SURFACES }).notNull(),
    /** Folded: what queries are grouped under. */
    words: text('words').notNull(),
    /** The same with its accents. */
    typed: text('typed').notNull(),
    results: integer('results').notNull(),
    clickedHref: text('clicked_href'),
    /** Its place among the results, from 1. */
    clickedRank: integer('clicked_rank'),
  },
  (table) => [
    index('search_queries_at_idx').on(table.at),
    oneOf('search_queries', 'locale', LOCALES),
    oneOf('search_queries', 'surface', SEARCH_SURFACES),
  ],
);

/**
 * Answers that were opened from a search, a suggestion or the form of a request. Who read is known for as long as a
 * request may follow, and forgotten with the outcome.
 */
export const answerReadings = pgTable(
  'answer_readings',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    at: instant('at').notNull(),
    /** Readings of one reader within a day: one visit. Random, and the same for nobody else. */
    visit: uuid('visit').notNull(),
    device: text('device'),
    readerId: uuid('reader_id').references(() => users.id, { onDelete: 'set null' }),
    locale: text('locale', { enum: LOCALES }).notNull(),
    surface: text('surface', { enum: SEARCH_SURFACES }).notNull(),
    kind: text('kind').notNull(),
    href: text('href').notNull(),
    /** A cache of the rule of `domain/search/log.ts`, written by `settleReadings` alone. */
    outcome: text('outcome', { enum: READING_OUTCOMES }).notNull().default('open'),
  },
  (table) => [
    index('answer_readings_at_idx').on(table.at),
    index('answer_readings_open_idx').on(table.at).where(sql`${table.outcome} = 'open'`),
    oneOf('answer_readings', 'locale', LOCALES),
    oneOf('answer_readings', 'surface', SEARCH_SURFACES),
    oneOf('answer_readings', 'outcome', READING_OUTCOMES),
  ],
);

/** When a request was opened on which device: what tells whether a visitor's reading was followed by one. */
export const deviceRequests = pgTable(
  'device_requests',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    at: instant('at').notNull(),
    /** Hash of the device's key. */
    device: text('device').notNull(),
  },
  (table) => [index('device_requests_device_idx').on(table.device, table.at)],
);
