import { sql } from 'drizzle-orm';
import { boolean, index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { JOIN_OUTCOMES } from '@/domain/organisations/joining';
import { LOCALES } from '@/domain/people/locale';
import { createdAt, id, instant, oneOf } from '../columns';
import { organisations, organisationTeams, users } from '../people/schema';

/** The domains of an organisation's addresses: one organisation each, so that an address says where it belongs. */
export const organisationDomains = pgTable(
  'organisation_domains',
  {
    /** Lower case, without `@`. */
    domain: text('domain').primaryKey(),
    organisationId: uuid('organisation_id')
      .notNull()
      .references(() => organisations.id, { onDelete: 'cascade' }),
    createdAt: createdAt(),
  },
  (table) => [index('organisation_domains_organisation_idx').on(table.organisationId)],
);

/** Invitations by mail. Only the SHA-256 of the link's token is kept; sending one again gives it a new one. */
export const organisationInvitations = pgTable(
  'organisation_invitations',
  {
    id: id(),
    organisationId: uuid('organisation_id')
      .notNull()
      .references(() => organisations.id, { onDelete: 'cascade' }),
    email: text('email').notNull(),
    manager: boolean('manager').notNull().default(sql`false`),
    teamId: uuid('team_id').references(() => organisationTeams.id, { onDelete: 'set null' }),
    locale: text('locale', { enum: LOCALES }).notNull(),
    invitedBy: uuid('invited_by').references(() => users.id),
    tokenHash: text('token_hash').notNull(),
    sentAt: instant('sent_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    acceptedAt: instant('accepted_at'),
    withdrawnAt: instant('withdrawn_at'),
    createdAt: createdAt(),
  },
  (table) => [
    uniqueIndex('organisation_invitations_hash_key').on(table.tokenHash),
    uniqueIndex('organisation_invitations_open_key')
      .on(table.organisationId, table.email)
      .where(sql`${table.acceptedAt} is null and ${table.withdrawnAt} is null`),
    oneOf('organisation_invitations', 'locale', LOCALES),
  ],
);

/** Who asked to join an organisation, and what was answered by whom. */
export const joinRequests = pgTable(
  'join_requests',
  {
    id: id(),
    organisationId: uuid('organisation_id')
      .notNull()
      .references(() => organisations.id, { onDelete: 'cascade' }),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    decidedAt: instant('decided_at'),
    decidedBy: uuid('decided_by').references(() => users.id),
    outcome: text('outcome', { enum: JOIN_OUTCOMES }),
    /** What was said with the answer. */
    word: text('word'),
    createdAt: createdAt(),
  },
  (table) => [
    uniqueIndex('join_requests_open_key').on(table.organisationId, table.userId).where(sql`${table.decidedAt} is null`),
    index('join_requests_user_idx').on(table.userId),
    oneOf('join_requests', 'outcome', JOIN_OUTCOMES),
  ],
);
