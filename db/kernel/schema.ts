import { sql } from 'drizzle-orm';
import { bigint, index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { MAIL_STATES } from '@/domain/mail/templates';
import { LOCALES } from '@/domain/people/locale';
import { anyJson, createdAt, id, instant, oneOf } from '../columns';
import { users } from '../people/schema';

/** Who did what to which row, written in the transaction of the act itself. */
export const auditEntries = pgTable(
  'audit_entries',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    at: instant('at').notNull(),
    action: text('action').notNull(),
    actorKind: text('actor_kind').notNull(),
    actorId: uuid('actor_id').references(() => users.id),
    targetType: text('target_type'),
    targetId: text('target_id'),
    /** Facts that matter later; never a body, a secret or a whole input. */
    data: jsonb('data').$type<Record<string, unknown>>().notNull(),
    requestId: text('request_id').notNull(),
  },
  (table) => [
    // Each is read backwards, the newest first; the instant and the number are the place to go on from.
    index('audit_entries_at_idx').on(table.at, table.id),
    index('audit_entries_actor_idx').on(table.actorId, table.at, table.id),
    index('audit_entries_action_idx').on(table.action, table.at, table.id),
    index('audit_entries_target_idx').on(table.targetType, table.targetId, table.at, table.id),
  ],
);

/** Mails to send: rows of the transaction that caused them. `kept` is for installations without SMTP settings. */
export const outboxMails = pgTable(
  'outbox_mails',
  {
    id: id(),
    template: text('template').notNull(),
    locale: text('locale', { enum: LOCALES }).notNull(),
    recipient: text('recipient').notNull(),
    recipientName: text('recipient_name').notNull().default(''),
    data: jsonb('data').$type<Record<string, unknown>>().notNull(),
    /** The conversation it belongs to, so that mail programs thread it; `ticket:1042`. */
    threadKey: text('thread_key'),
    messageId: text('message_id'),
    state: text('state', { enum: MAIL_STATES }).notNull().default('queued'),
    attempts: integer('attempts').notNull().default(0),
    lastError: text('last_error'),
    createdAt: createdAt(),
    sentAt: instant('sent_at'),
  },
  (table) => [
    index('outbox_mails_created_idx').on(table.createdAt.desc()),
    index('outbox_mails_open_idx').on(table.createdAt).where(sql`${table.state} in ('queued', 'failed')`),
    // Each mail of a conversation looks for the first that was sent of it.
    index('outbox_mails_thread_idx').on(table.threadKey, table.createdAt).where(sql`${table.messageId} is not null`),
    oneOf('outbox_mails', 'state', MAIL_STATES),
    oneOf('outbox_mails', 'locale', LOCALES),
  ],
);

/** Settings that people change in the browser. */
export const settings = pgTable('settings', {
  key: text('key').primaryKey(),
  value: anyJson<unknown>('value').notNull(),
  updatedAt: instant('updated_at').notNull().defaultNow(),
});

/** Counters behind the rate limits: how many calls of a verb a key made in a window. */
export const rateLimits = pgTable(
  'rate_limits',
  {
    bucket: text('bucket').notNull(),
    windowStart: instant('window_start').notNull(),
    count: integer('count').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.bucket, table.windowStart] }),
    index('rate_limits_window_idx').on(table.windowStart),
  ],
);

/** Live job workers, so that the jobs of a dead one come back within minutes. */
export const workerHeartbeats = pgTable('worker_heartbeats', {
  workerId: text('worker_id').primaryKey(),
  seenAt: instant('seen_at').notNull().defaultNow(),
});
