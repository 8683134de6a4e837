import { sql } from 'drizzle-orm';
import {
  type AnyPgColumn,
  bigint,
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { COMMENT_EVENT_KINDS, COMMENT_STATUSES, REJECTION_REASONS, REPORT_REASONS } from '@/domain/comments/status';
import { LOCALES } from '@/domain/people/locale';
import { createdAt, id, instant, oneOf } from '../columns';
import { users } from '../people/schema';

/** Comments on articles, in the language they were read in. The status is a cache of the history, written by `recomputeComment` alone. */
export const comments = pgTable(
  'comments',
  {
    id: id(),
    articleKey: text('article_key').notNull(),
    locale: text('locale', { enum: LOCALES }).notNull(),
    /** What it answers; threads are one level deep, so this is always the first comment of one. */
    parentId: uuid('parent_id').references((): AnyPgColumn => comments.id),
    authorId: uuid('author_id')
      .notNull()
      .references(() => users.id),
    /** Written as one of the company's own people; stays true when they leave. */
    staff: boolean('staff').notNull(),
    /** Sanitised on the way in; both are empty once erased. */
    bodyHtml: text('body_html').notNull(),
    bodyText: text('body_text').notNull(),
    idempotencyKey: uuid('idempotency_key'),
    status: text('status', { enum: COMMENT_STATUSES }).notNull().default('waiting'),
    rejection: text('rejection', { enum: REJECTION_REASONS }),
    rejectionWords: text('rejection_words'),
    /** Reports that no moderator has looked at. */
    openReports: integer('open_reports').notNull().default(0),
    createdAt: createdAt(),
    editedAt: instant('edited_at'),
    decidedAt: instant('decided_at'),
    /** The last decision its author was told by mail, so that the same one is not told twice. */
    toldStatus: text('told_status', { enum: COMMENT_STATUSES }),
    /** When the author of what it answers was told. */
    answerToldAt: instant('answer_told_at'),
  },
  (table) => [
    index('comments_article_idx').on(table.articleKey, table.locale, table.createdAt),
    index('comments_status_idx').on(table.status, table.createdAt),
    index('comments_decided_idx').on(table.status, sql`coalesce(${table.decidedAt}, ${table.createdAt})`, table.id),
    index('comments_reported_idx').on(table.createdAt, table.id).where(sql`${table.openReports} > 0`),
    index('comments_author_idx').on(table.authorId, table.createdAt),
    // The first answers of each thread, and those around a place.
    index('comments_parent_idx').on(table.parentId, table.createdAt, table.id),
    uniqueIndex('comments_idempotency_key').on(table.authorId, table.idempotencyKey),
    oneOf('comments', 'locale', LOCALES),
    oneOf('comments', 'status', COMMENT_STATUSES),
    oneOf('comments', 'rejection', REJECTION_REASONS),
    oneOf('comments', 'told_status', COMMENT_STATUSES),
  ],
);

/** The history of comments: append-only facts. */
export const commentEvents = pgTable(
  'comment_events',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    commentId: uuid('comment_id')
      .notNull()
      .references(() => comments.id, { onDelete: 'cascade' }),
    kind: text('kind', { enum: COMMENT_EVENT_KINDS }).notNull(),
    actorId: uuid('actor_id').references(() => users.id),
    data: jsonb('data').$type<Record<string, unknown>>().notNull(),
    at: instant('at').notNull(),
  },
  (table) => [
    index('comment_events_comment_idx').on(table.commentId, table.id),
    oneOf('comment_events', 'kind', COMMENT_EVENT_KINDS),
  ],
);

/** What readers report, once per person and comment. */
export const commentReports = pgTable(
  'comment_reports',
  {
    commentId: uuid('comment_id')
      .notNull()
      .references(() => comments.id, { onDelete: 'cascade' }),
    reporterId: uuid('reporter_id')
      .notNull()
      .references(() => users.id),
    reason: text('reason', { enum: REPORT_REASONS }).notNull(),
    words: text('words'),
    at: instant('at').notNull(),
    /** When a moderator looked at it. */
    seenAt: instant('seen_at'),
  },
  (table) => [
    primaryKey({ columns: [table.commentId, table.reporterId] }),
    oneOf('comment_reports', 'reason', REPORT_REASONS),
  ],
);

/** Threads whose mails a person does not want any more. */
export const commentStops = pgTable(
  'comment_stops',
  {
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    threadId: uuid('thread_id')
      .notNull()
      .references(() => comments.id, { onDelete: 'cascade' }),
    at: instant('at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.userId, table.threadId] })],
);
