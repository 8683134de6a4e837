import { sql } from 'drizzle-orm';
import { bigint, boolean, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { LOCALES } from '@/domain/people/locale';
import { TICKET_EVENT_KINDS, type TicketEvent } from '@/domain/tickets/history';
import { MESSAGE_VISIBILITIES } from '@/domain/tickets/messages';
import { TICKET_STATUSES } from '@/domain/tickets/status';
import { createdAt, id, instant, localised, oneOf } from '../columns';
import { organisations, users } from '../people/schema';

/** Portals and the kinds of request each of them takes: data, which admins will edit. */
export const requestTypes = pgTable('request_types', {
  key: text('key').primaryKey(),
  portal: text('portal').notNull(),
  name: localised('name').notNull(),
  guidance: localised('guidance').notNull(),
  position: integer('position').notNull(),
  active: boolean('active').notNull().default(sql`true`),
});

/** Requests. Status, assignee and the instants are caches of the history, written by `recomputeTicket` alone. */
export const tickets = pgTable(
  'tickets',
  {
    id: id(),
    /** What people call the request: `#1042`. */
    number: bigint('number', { mode: 'number' }).notNull().generatedAlwaysAsIdentity({ startWith: 1001 }),
    typeKey: text('type_key')
      .notNull()
      .references(() => requestTypes.key),
    subject: text('subject').notNull(),
    pageUrl: text('page_url'),
    /** The article its writer came from, by key, and the language they read it in. */
    articleKey: text('article_key'),
    articleLocale: text('article_locale', { enum: LOCALES }),
    requesterId: uuid('requester_id')
      .notNull()
      .references(() => users.id),
    organisationId: uuid('organisation_id').references(() => organisations.id),
    locale: text('locale', { enum: LOCALES }).notNull(),
    /** Sent by the form so that a repeated post opens one request. */
    idempotencyKey: uuid('idempotency_key'),
    status: text('status', { enum: TICKET_STATUSES }).notNull().default('submitted'),
    assigneeId: uuid('assignee_id').references(() => users.id),
    createdAt: createdAt(),
    lastActivityAt: instant('last_activity_at').notNull().defaultNow(),
    firstAnsweredAt: instant('first_answered_at'),
    resolvedAt: instant('resolved_at'),
    closedAt: instant('closed_at'),
  },
  (table) => [
    uniqueIndex('tickets_number_key').on(table.number),
    uniqueIndex('tickets_idempotency_key').on(table.requesterId, table.idempotencyKey),
    index('tickets_requester_idx').on(table.requesterId, table.lastActivityAt.desc()),
    index('tickets_organisation_idx').on(table.organisationId, table.lastActivityAt.desc()),
    index('tickets_status_idx').on(table.status, table.lastActivityAt.desc()),
    index('tickets_activity_idx').on(table.lastActivityAt.desc(), table.id),
    oneOf('tickets', 'status', TICKET_STATUSES),
    oneOf('tickets', 'locale', LOCALES),
    oneOf('tickets', 'article_locale', LOCALES),
  ],
);

/** What people wrote: answers to the other side, or notes among staff. */
export const ticketMessages = pgTable(
  'ticket_messages',
  {
    id: id(),
    ticketId: uuid('ticket_id')
      .notNull()
      .references(() => tickets.id, { onDelete: 'cascade' }),
    authorId: uuid('author_id').references(() => users.id),
    visibility: text('visibility', { enum: MESSAGE_VISIBILITIES }).notNull(),
    /** Sanitised on the way in. */
    bodyHtml: text('body_html').notNull(),
    bodyText: text('body_text').notNull(),
    idempotencyKey: uuid('idempotency_key'),
    createdAt: createdAt(),
  },
  (table) => [
    index('ticket_messages_ticket_idx').on(table.ticketId, table.createdAt),
    uniqueIndex('ticket_messages_idempotency_key').on(table.ticketId, table.idempotencyKey),
    oneOf('ticket_messages', 'visibility', MESSAGE_VISIBILITIES),
  ],
);

/** The history of requests: append-only facts. */
export const ticketEvents = pgTable(
  'ticket_events',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    ticketId: uuid('ticket_id')
      .notNull()
      .references(() => tickets.id, { onDelete: 'cascade' }),
    kind: text('kind', { enum: TICKET_EVENT_KINDS }).notNull(),
    actorId: uuid('actor_id').references(() => users.id),
    data: jsonb('data').$type<TicketEvent['data']>().notNull(),
    at: instant('at').notNull(),
  },
  (table) => [
    index('ticket_events_ticket_idx').on(table.ticketId, table.id),
    oneOf('ticket_events', 'kind', TICKET_EVENT_KINDS),
  ],
);

/** Files of messages. Until its message is written a file is pending, and belongs to whoever knows the claim. */
export const attachments = pgTable(
  'attachments',
  {
    id: id(),
    messageId: uuid('message_id').references(() => ticketMessages.id, { onDelete: 'cascade' }),
    /** SHA-256 of the secret handed to the uploader; void once the file belongs to a message. */
    claimHash: text('claim_hash').notNull(),
    uploadedBy: uuid('uploaded_by').references(() => users.id),
    name: text('name').notNull(),
    mediaType: text('media_type').notNull(),
    /** Size in bytes, as stored. */
    bytes: integer('bytes').notNull(),
    width: integer('width'),
    height: integer('height'),
    /** Where the files adapter keeps it. */
    storageKey: text('storage_key').notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    index('attachments_message_idx').on(table.messageId),
    index('attachments_pending_idx').on(table.createdAt),
  ],
);
