import { sql } from 'drizzle-orm';
import {
  type AnyPgColumn,
  bigint,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { IDEA_EVENT_KINDS } from '@/domain/ideas/history';
import { IDEA_RHYTHMS, IDEA_STATES } from '@/domain/ideas/states';
import { LOCALES } from '@/domain/people/locale';
import { createdAt, id, instant, localised, oneOf } from '../columns';
import { organisations, users } from '../people/schema';
import { themes } from '../roadmap/schema';
import { tickets } from '../tickets/schema';

/** What customers wish for. What became of it is a cache of the history, written by `recomputeIdea` alone. */
export const ideas = pgTable(
  'ideas',
  {
    id: id(),
    /** What it is called by in addresses and in release notes. */
    number: integer('number').notNull().generatedAlwaysAsIdentity(),
    title: text('title').notNull(),
    need: text('need').notNull(),
    why: text('why').notNull().default(''),
    situation: text('situation').notNull().default(''),
    rhythm: text('rhythm', { enum: IDEA_RHYTHMS }),
    /** The language its author wrote in. */
    locale: text('locale', { enum: LOCALES }).notNull(),
    authorId: uuid('author_id').references(() => users.id),
    organisationId: uuid('organisation_id').references(() => organisations.id),
    idempotencyKey: uuid('idempotency_key'),
    state: text('state', { enum: IDEA_STATES }).notNull().default('received'),
    readAt: instant('read_at'),
    publishedAt: instant('published_at'),
    themeId: uuid('theme_id').references(() => themes.id, { onDelete: 'set null' }),
    reason: localised('reason'),
    mergedIntoId: uuid('merged_into_id').references((): AnyPgColumn => ideas.id),
    /** How many people support it, those of the ideas that were merged into it among them. */
    votes: integer('votes').notNull().default(0),
    createdAt: createdAt(),
    changedAt: instant('changed_at').notNull(),
    /** The last fact its people were told of, so that the same one is not told twice. */
    toldEventId: bigint('told_event_id', { mode: 'number' }),
  },
  (table) => [
    uniqueIndex('ideas_number_key').on(table.number),
    uniqueIndex('ideas_idempotency_key').on(table.authorId, table.idempotencyKey),
    index('ideas_popular_idx')
      .on(table.state, table.votes.desc(), table.number.desc())
      .where(sql`${table.publishedAt} is not null and ${table.mergedIntoId} is null`),
    index('ideas_recent_idx')
      .on(table.publishedAt.desc(), table.number.desc())
      .where(sql`${table.publishedAt} is not null and ${table.mergedIntoId} is null`),
    index('ideas_state_idx').on(table.state, table.createdAt, table.number),
    index('ideas_author_idx').on(table.authorId, table.createdAt),
    index('ideas_merged_idx').on(table.mergedIntoId),
    index('ideas_theme_idx').on(table.themeId),
    oneOf('ideas', 'rhythm', IDEA_RHYTHMS),
    oneOf('ideas', 'locale', LOCALES),
    oneOf('ideas', 'state', IDEA_STATES),
  ],
);

/** Who supports an idea, once each; taken back by deleting the row. */
export const ideaVotes = pgTable(
  'idea_votes',
  {
    ideaId: uuid('idea_id')
      .notNull()
      .references(() => ideas.id, { onDelete: 'cascade' }),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    at: instant('at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.ideaId, table.userId] }), index('idea_votes_user_idx').on(table.userId)],
);

/** The requests that an idea was born from, or that ask for it; a request stands behind one idea. */
export const ideaRequests = pgTable(
  'idea_requests',
  {
    ticketId: uuid('ticket_id')
      .primaryKey()
      .references(() => tickets.id, { onDelete: 'cascade' }),
    ideaId: uuid('idea_id')
      .notNull()
      .references(() => ideas.id, { onDelete: 'cascade' }),
    at: instant('at').notNull(),
  },
  (table) => [index('idea_requests_idea_idx').on(table.ideaId)],
);

/** What became of an idea: append-only facts. */
export const ideaEvents = pgTable(
  'idea_events',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    ideaId: uuid('idea_id')
      .notNull()
      .references(() => ideas.id, { onDelete: 'cascade' }),
    kind: text('kind', { enum: IDEA_EVENT_KINDS }).notNull(),
    actorId: uuid('actor_id').references(() => users.id),
    data: jsonb('data').$type<Record<string, unknown>>().notNull(),
    at: instant('at').notNull(),
  },
  (table) => [index('idea_events_idea_idx').on(table.ideaId, table.id), oneOf('idea_events', 'kind', IDEA_EVENT_KINDS)],
);
