import { sql } from 'drizzle-orm';
import { boolean, index, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { LOCALES } from '@/domain/people/locale';
import { ROLES } from '@/domain/people/roles';
import { ACCOUNT_TOKEN_PURPOSES } from '@/domain/people/tokens';
import { createdAt, id, instant, oneOf } from '../columns';

/** Accounts. A visitor who writes by e-mail address alone gets a row without password and unverified. */
export const users = pgTable(
  'users',
  {
    id: id(),
    /** Lower case, trimmed: see `domain/people/email.ts`. */
    email: text('email').notNull(),
    name: text('name').notNull(),
    role: text('role', { enum: ROLES }).notNull().default('customer'),
    locale: text('locale', { enum: LOCALES }).notNull().default('fr'),
    timeZone: text('time_zone').notNull().default('Europe/Paris'),
    passwordHash: text('password_hash'),
    emailVerifiedAt: instant('email_verified_at'),
    deactivatedAt: instant('deactivated_at'),
    /** Sessions issued before this instant are void: moved by a change of password, role or deactivation. */
    sessionsValidFrom: instant('sessions_valid_from').notNull().defaultNow(),
    createdAt: createdAt(),
  },
  (table) => [
    uniqueIndex('users_email_key').on(table.email),
    oneOf('users', 'role', ROLES),
    oneOf('users', 'locale', LOCALES),
  ],
);

/** One-time links sent by mail. Only the SHA-256 of the token is kept. */
export const accountTokens = pgTable(
  'account_tokens',
  {
    id: id(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    purpose: text('purpose', { enum: ACCOUNT_TOKEN_PURPOSES }).notNull(),
    tokenHash: text('token_hash').notNull(),
    expiresAt: instant('expires_at').notNull(),
    usedAt: instant('used_at'),
    createdAt: createdAt(),
  },
  (table) => [
    uniqueIndex('account_tokens_hash_key').on(table.tokenHash),
    index('account_tokens_user_idx').on(table.userId),
    oneOf('account_tokens', 'purpose', ACCOUNT_TOKEN_PURPOSES),
  ],
);

/** Customer organisations. */
export const organisations = pgTable('organisations', {
  id: id(),
  name: text('name').notNull(),
  productVersion: text('product_version'),
  createdAt: createdAt(),
});

/** Who belongs to which organisation; a manager sees all of its requests. */
export const memberships = pgTable(
  'memberships',
  {
    organisationId: uuid('organisation_id')
      .notNull()
      .references(() => organisations.id, { onDelete: 'cascade' }),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    manager: boolean('manager').notNull().default(sql`false`),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.userId] }),
    index('memberships_user_idx').on(table.userId),
  ],
);
