import { sql } from 'drizzle-orm';
import { bigint, check, date, index, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { FEEDBACK_REASONS, VERDICTS } from '@/domain/articles/feedback';
import { VOTE_EVENT_KINDS } from '@/domain/articles/vote-events';
import { LOCALES } from '@/domain/people/locale';
import { createdAt, id, instant, oneOf } from '../columns';
import { users } from '../people/schema';

/**
 * What a reader says of an article, once per reader, article and language: a translation is a text of its own. The row is
 * what they say now; `article_vote_events` keeps what they said before.
 */
export const articleVotes = pgTable(
  'article_votes',
  {
    id: id(),
    articleKey: text('article_key').notNull(),
    locale: text('locale', { enum: LOCALES }).notNull(),
    userId: uuid('user_id').references(() => users.id, { onDelete: 'cascade' }),
    /** SHA-256 of the random cookie of a reader without an account; nothing in it tells who they are. */
    readerHash: text('reader_hash'),
    verdict: text('verdict', { enum: VERDICTS }).notNull(),
    reason: text('reason', { enum: FEEDBACK_REASONS }),
    words: text('words'),
    createdAt: createdAt(),
    /** When the verdict was last given: it counts in that week. */
    votedAt: instant('voted_at').notNull(),
    /** When an editor dealt with the reason; void again once the reader says something else. */
    handledAt: instant('handled_at'),
    handledBy: uuid('handled_by').references(() => users.id),
  },
  (table) => [
    uniqueIndex('article_votes_user_key').on(table.userId, table.articleKey, table.locale),
    uniqueIndex('article_votes_reader_key').on(table.readerHash, table.articleKey, table.locale),
    index('article_votes_article_idx').on(table.articleKey, table.locale, table.votedAt.desc()),
    index('article_votes_reasons_idx')
      .on(table.articleKey, table.locale, sql`(${table.handledAt} is null)`, table.votedAt, table.id)
      .where(sql`${table.reason} is not null or ${table.words} is not null`),
    index('article_votes_voted_idx').on(table.votedAt),
    check('article_votes_reader_check', sql`(${table.userId} is null) <> (${table.readerHash} is null)`),
    oneOf('article_votes', 'locale', LOCALES),
    oneOf('article_votes', 'verdict', VERDICTS),
    oneOf('article_votes', 'reason', FEEDBACK_REASONS),
  ],
);

/** The history of votes: append-only facts. */
export const articleVoteEvents = pgTable(
  'article_vote_events',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    voteId: uuid('vote_id')
      .notNull()
      .references(() => articleVotes.id, { onDelete: 'cascade' }),
    kind: text('kind', { enum: VOTE_EVENT_KINDS }).notNull(),
    verdict: text('verdict', { enum: VERDICTS }).notNull(),
    actorId: uuid('actor_id').references(() => users.id, { onDelete: 'set null' }),
    at: instant('at').notNull(),
  },
  (table) => [
    index('article_vote_events_vote_idx').on(table.voteId, table.id),
    oneOf('article_vote_events', 'kind', VOTE_EVENT_KINDS),
    oneOf('article_vote_events', 'verdict', VERDICTS),
  ],
);

/** Reminders to read an article again: one for each article and period, whoever was written to. */
export const articleReviewReminders = pgTable(
  'article_review_reminders',
  {
    articleKey: text('article_key').notNull(),
    locale: text('locale', { enum: LOCALES }).notNull(),
    /** The calendar day on which the period began that it reminds of. */
    period: date('period').notNull(),
    remindedAt: instant('reminded_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.articleKey, table.locale, table.period] }),
    oneOf('article_review_reminders', 'locale', LOCALES),
  ],
);
