import { index, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { LOCALES } from '@/domain/people/locale';
import { createdAt, id, instant, oneOf } from '../columns';
import { tickets } from './schema';

/**
 * What visitors sent by an address that nobody has confirmed yet. It becomes a request when the link in their mail is
 * followed, and is forgotten when it is not. Only the SHA-256 of the link's token is kept.
 */
export const unconfirmedRequests = pgTable(
  'unconfirmed_requests',
  {
    id: id(),
    email: text('email').notNull(),
    name: text('name').notNull(),
    locale: text('locale', { enum: LOCALES }).notNull(),
    /** The form as it was sent. */
    input: jsonb('input').$type<Record<string, unknown>>().notNull(),
    idempotencyKey: uuid('idempotency_key'),
    tokenHash: text('token_hash').notNull(),
    expiresAt: instant('expires_at').notNull(),
    /** The request it became. */
    ticketId: uuid('ticket_id').references(() => tickets.id, { onDelete: 'cascade' }),
    createdAt: createdAt(),
  },
  (table) => [
    uniqueIndex('unconfirmed_requests_hash_key').on(table.tokenHash),
    uniqueIndex('unconfirmed_requests_idempotency_key').on(table.email, table.idempotencyKey),
    index('unconfirmed_requests_email_idx').on(table.email, table.createdAt),
    index('unconfirmed_requests_expiry_idx').on(table.expiresAt),
    index('unconfirmed_requests_ticket_idx').on(table.ticketId),
    oneOf('unconfirmed_requests', 'locale', LOCALES),
  ],
);
