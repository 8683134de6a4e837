import { type SQL, sql } from 'drizzle-orm';
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
import { LOCALES } from '@/domain/people/locale';
import { CLOCK_OUTCOMES } from '@/domain/sla/clocks';
import { OPEN_STATUSES } from '@/domain/tickets/desk-list';
import { CLOCK_KINDS, TICKET_EVENT_KINDS, type TicketEvent } from '@/domain/tickets/history';
import { MESSAGE_VISIBILITIES } from '@/domain/tickets/messages';
import { CLOSING_REASONS } from '@/domain/tickets/moves';
import { UNGRADED } from '@/domain/tickets/priority';
import { RATINGS } from '@/domain/tickets/rating';
import { STATUS_RULES, TICKET_STATUSES } from '@/domain/tickets/status';
import type { UrgentFacts } from '@/domain/tickets/urgency';
import { VERDICTS } from '@/domain/tickets/verdict';
import { createdAt, id, instant, oneOf } from '../columns';
import { requestTypes } from '../forms/schema';
import { organisations, users } from '../people/schema';
import { criticalityLevels } from '../sla/schema';
import { teams } from '../teams/schema';

const OPEN_LIST = sql.raw(OPEN_STATUSES.map((status) => `'${status}'`).join(', '));

const DONE_LIST = sql.raw(
  TICKET_STATUSES.filter((status) => STATUS_RULES[status].clock === 'stopped')
    .map((status) => `'${status}'`)
    .join(', '),
);

/** Stands for "no deadline" where requests are sorted by the next one: after all that have one. */
export const NO_DEADLINE: SQL = sql.raw(`'9999-12-31T00:00:00Z'::timestamptz`);

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
    /** Whom to ask about it, where that is not the requester: a name, a number, as written. */
    contact: text('contact'),
    /** The facts of a matter of the highest level, in writing. */
    urgency: jsonb('urgency').$type<UrgentFacts>(),
    /** The article its writer came from, by key, and the language they read it in. */
    articleKey: text('article_key'),
    articleLocale: text('article_locale', { enum: LOCALES }),
    requesterId: uuid('requester_id')
      .notNull()
      .references(() => users.id),
    organisationId: uuid('organisation_id').references(() => organisations.id),
    /** Whether it was opened by an address alone, without an account that was signed in. */
    byVisitor: boolean('by_visitor').notNull().default(sql`false`),
    locale: text('locale', { enum: LOCALES }).notNull(),
    /** Sent by the form so that a repeated post opens one request. */
    idempotencyKey: uuid('idempotency_key'),
    status: text('status', { enum: TICKET_STATUSES }).notNull().default('submitted'),
    /** The team of the desk that handles it. */
    teamId: uuid('team_id').references(() => teams.id),
    assigneeId: uuid('assignee_id').references(() => users.id),
    createdAt: createdAt(),
    lastActivityAt: instant('last_activity_at').notNull().defaultNow(),
    firstAnsweredAt: instant('first_answered_at'),
    /** When the desk last answered, and since when the requester's side waits for it to; neither of what was closed before they were kept. */
    answeredAt: instant('answered_at'),
    waitingSince: instant('waiting_since'),
    resolvedAt: instant('resolved_at'),
    closedAt: instant('closed_at'),
    statusSince: instant('status_since').notNull().defaultNow(),
    criticality: text('criticality').references(() => criticalityLevels.key),
    /** The place in the queue by criticality and reach, the most urgent first; see `domain/tickets/priority.ts`. */
    priority: integer('priority').notNull().default(UNGRADED),
    complete: boolean('complete').notNull().default(sql`true`),
    reproducible: boolean('reproducible').notNull().default(sql`false`),
    snoozedUntil: instant('snoozed_until'),
    partner: text('partner'),
    plannedRelease: text('planned_release'),
    closingReason: text('closing_reason', { enum: CLOSING_REASONS }),
    /** The number of the request that goes on in its place. */
    duplicateOf: bigint('duplicate_of', { mode: 'number' }),
    /** The deadline that comes first, and of which clock it is; `null` while none runs. */
    dueAt: instant('due_at'),
    dueClock: text('due_clock', { enum: CLOCK_KINDS }),
    /** What its requester thinks of this resolution. */
    rating: text('rating', { enum: RATINGS }),
    ratedAt: instant('rated_at'),
    verdict: text('verdict', { enum: VERDICTS }),
  },
  (table) => [
    uniqueIndex('tickets_number_key').on(table.number),
    uniqueIndex('tickets_idempotency_key').on(table.requesterId, table.idempotencyKey),
    // No index is written as falling: read backwards they serve `desc` as it is meant without more words, nulls first.
    index('tickets_requester_idx').on(table.requesterId, table.lastActivityAt, table.number),
    index('tickets_organisation_idx').on(table.organisationId, table.lastActivityAt, table.number),
    // The desk's list: each order for all requests, and for the few that are still to be done.
    index('tickets_status_idx').on(table.status, table.lastActivityAt, table.number),
    index('tickets_activity_idx').on(table.lastActivityAt, table.number),
    index('tickets_created_idx').on(table.createdAt, table.number),
    index('tickets_due_idx').on(sql`coalesce(${table.dueAt}, ${NO_DEADLINE})`, table.number),
    index('tickets_priority_idx').on(table.priority, table.number),
    index('tickets_open_activity_idx')
      .on(table.lastActivityAt, table.number)
      .where(sql`${table.status} in (${OPEN_LIST})`),
    // All that views are counted by, so that their counts are read from the index alone and not from thousands of rows.
    index('tickets_open_counts_idx')
      .on(
        ...([
          table.status,
          table.assigneeId,
          table.teamId,
          table.snoozedUntil,
          table.dueAt,
          table.criticality,
        ] as const),
        ...([table.typeKey, table.organisationId, table.createdAt, table.id] as const),
      )
      .where(sql`${table.status} in (${OPEN_LIST})`),
    index('tickets_open_due_idx')
      .on(sql`coalesce(${table.dueAt}, ${NO_DEADLINE})`, table.number)
      .where(sql`${table.status} in (${OPEN_LIST})`),
    index('tickets_open_priority_idx').on(table.priority, table.number).where(sql`${table.status} in (${OPEN_LIST})`),
    // Somebody's own are few among all that is to be done, and among all they ever had.
    index('tickets_open_assignee_idx')
      .on(table.assigneeId, table.lastActivityAt, table.number)
      .where(sql`${table.status} in (${OPEN_LIST})`),
    index('tickets_assignee_idx').on(table.assigneeId, table.lastActivityAt, table.number),
    index('tickets_team_idx').on(table.teamId, table.lastActivityAt, table.number),
    index('tickets_type_idx').on(table.typeKey, table.lastActivityAt, table.number),
    index('tickets_verdict_idx')
      .on(table.verdict, table.lastActivityAt, table.number)
      .where(sql`${table.verdict} is not null`),
    // What only some requests say at all: the desk's list is narrowed by it.
    index('tickets_release_idx').on(table.lastActivityAt, table.number).where(sql`${table.plannedRelease} is not null`),
    index('tickets_partner_idx').on(table.lastActivityAt, table.number).where(sql`${table.partner} is not null`),
    index('tickets_closing_reason_idx')
      .on(table.closingReason, table.lastActivityAt, table.number)
      .where(sql`${table.closingReason} is not null`),
    index('tickets_rating_idx')
      .on(table.rating, table.lastActivityAt, table.number)
      .where(sql`${table.rating} is not null`),
    index('tickets_reproducible_idx').on(table.lastActivityAt, table.number).where(sql`${table.reproducible}`),
    index('tickets_visitor_idx').on(table.lastActivityAt, table.number).where(sql`${table.byVisitor}`),
    index('tickets_snoozed_idx').on(table.snoozedUntil).where(sql`${table.snoozedUntil} is not null`),
    index('tickets_first_answer_idx').on(table.firstAnsweredAt).where(sql`${table.firstAnsweredAt} is not null`),
    index('tickets_resolved_idx').on(table.resolvedAt).where(sql`${table.resolvedAt} is not null`),
    // Left out of every report: few among many.
    index('tickets_spam_idx').on(table.id).where(sql`${table.closingReason} = 'spam'`),
    index('tickets_waiting_idx').on(table.statusSince).where(sql`${table.status} in ('waiting_customer', 'resolved')`),
    oneOf('tickets', 'status', TICKET_STATUSES),
    oneOf('tickets', 'closing_reason', CLOSING_REASONS),
    oneOf('tickets', 'due_clock', CLOCK_KINDS),
    oneOf('tickets', 'rating', RATINGS),
    oneOf('tickets', 'verdict', VERDICTS),
    oneOf('tickets', 'locale', LOCALES),
    oneOf('tickets', 'article_locale', LOCALES),
  ],
);

/** Still to be done; worded as the indexes of those few requests are, or Postgres does not know them again. */
export const stillToDo = (): SQL => stillToDoIn(sql`${tickets.status}`);

/** The same of a status that was read already. */
export const stillToDoIn = (status: SQL): SQL => sql`${status} in (${OPEN_LIST})`;

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
    /** Until then the desk alone sees it, and its author may take it back. */
    heldUntil: instant('held_until'),
    /** Taken back before it left: nobody sees it any more. */
    withdrawnAt: instant('withdrawn_at'),
    createdAt: createdAt(),
  },
  (table) => [
    index('ticket_messages_ticket_idx').on(table.ticketId, table.createdAt),
    // Whether an answer is still held back is asked of each request of a list: no message need be read for it.
    index('ticket_messages_held_idx').on(table.ticketId, table.heldUntil).where(sql`${table.heldUntil} is not null`),
    uniqueIndex('ticket_messages_idempotency_key').on(table.ticketId, table.idempotencyKey),
    oneOf('ticket_messages', 'visibility', MESSAGE_VISIBILITIES),
  ],
);

type FactColumns = { kind: AnyPgColumn; data: AnyPgColumn };

/** A move that ended the work on a request; worded as its index is. */
const ending = ({ kind, data }: FactColumns): SQL =>
  sql`${kind} = 'moved' and ${data} ->> 'to' in (${DONE_LIST}) and ${data} ->> 'from' not in (${DONE_LIST})`;
const reopening = ({ kind, data }: FactColumns): SQL =>
  sql`${kind} = 'moved' and ${data} ->> 'from' in (${DONE_LIST}) and ${data} ->> 'to' not in (${DONE_LIST})`;
const deskAnswer = ({ kind, data }: FactColumns): SQL => sql`${kind} = 'replied' and ${data} ->> 'side' = 'agent'`;

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
    // What reports count by period: a few kinds of facts among many.
    index('ticket_events_ended_idx').on(table.at, table.ticketId).where(ending(table)),
    index('ticket_events_reopened_idx').on(table.at, table.ticketId).where(reopening(table)),
    // With all that the load of people is counted by, so that answers, of which there are most, are read from it alone.
    index('ticket_events_answered_idx').on(table.at, table.actorId, table.ticketId, table.id).where(deskAnswer(table)),
    index('ticket_events_rated_idx').on(table.at, table.ticketId).where(sql`${table.kind} = 'rated'`),
    index('ticket_events_undone_idx').on(table.at, table.ticketId).where(sql`${table.kind} = 'undone'`),
    oneOf('ticket_events', 'kind', TICKET_EVENT_KINDS),
  ],
);

/** Facts that ended the work on a request, took it up again, or were answers of the desk; each has an index of its own. */
export const isEnding = (): SQL => ending(ticketEvents);
export const isReopening = (): SQL => reopening(ticketEvents);
export const isDeskAnswer = (): SQL => deskAnswer(ticketEvents);

/**
 * The clocks of requests, written by `recomputeTicket` alone but for `warnedAt` and `breachedAt`: whoever sets one of
 * those is the one that tells people of it.
 */
export const ticketClocks = pgTable(
  'ticket_clocks',
  {
    ticketId: uuid('ticket_id')
      .notNull()
      .references(() => tickets.id, { onDelete: 'cascade' }),
    kind: text('kind', { enum: CLOCK_KINDS }).notNull(),
    turn: integer('turn').notNull(),
    startedAt: instant('started_at'),
    warnAt: instant('warn_at'),
    dueAt: instant('due_at'),
    settledAt: instant('settled_at'),
    outcome: text('outcome', { enum: CLOCK_OUTCOMES }),
    warnedAt: instant('warned_at'),
    breachedAt: instant('breached_at'),
  },
  (table) => [
    primaryKey({ columns: [table.ticketId, table.kind, table.turn] }),
    index('ticket_clocks_warn_idx')
      .on(table.warnAt)
      .where(sql`${table.settledAt} is null and ${table.warnedAt} is null`),
    index('ticket_clocks_due_idx')
      .on(table.dueAt)
      .where(sql`${table.settledAt} is null and ${table.breachedAt} is null`),
    index('ticket_clocks_settled_idx').on(table.settledAt).where(sql`${table.settledAt} is not null`),
    index('ticket_clocks_running_idx').on(table.dueAt).where(sql`${table.settledAt} is null`),
    oneOf('ticket_clocks', 'kind', CLOCK_KINDS),
    oneOf('ticket_clocks', 'outcome', CLOCK_OUTCOMES),
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
    /** Until when it is kept for a request that waits for its address to be confirmed. */
    heldUntil: instant('held_until'),
    /** Its place among the files of its message, as they were chosen. */
    position: integer('position').notNull().default(0),
    createdAt: createdAt(),
  },
  (table) => [
    index('attachments_message_idx').on(table.messageId),
    // Rows that share a stored file are counted before it goes.
    index('attachments_storage_idx').on(table.storageKey),
    index('attachments_pending_idx').on(table.createdAt),
  ],
);
