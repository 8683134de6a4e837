import { sql } from 'drizzle-orm';
import { boolean, index, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { PUBLIC_NAMES } from '@/domain/comments/names';
import { DEFAULT_DEGREE, VISIBILITY_DEGREES } from '@/domain/organisations/degrees';
import { ACCESS_MODES } from '@/domain/organisations/joining';
import { INVITED_ROLES } from '@/domain/people/inviting';
import type { OwnKeys } from '@/domain/people/keys';
import { LOCALES } from '@/domain/people/locale';
import { ROLES } from '@/domain/people/roles';
import { ACCOUNT_TOKEN_PURPOSES } from '@/domain/people/tokens';
import { SHIPPED_ZONE } from '@/domain/time/zone';
import { createdAt, id, instant, oneOf } from '../columns';
import { wordsOfOrganisations, wordsOfPeople } from './read-alike';

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
    timeZone: text('time_zone').notNull().default(SHIPPED_ZONE),
    /** How the name stands under comments. */
    publicName: text('public_name', { enum: PUBLIC_NAMES }).notNull().default('short'),
    /** Keys that take the place of the usual ones, by what they do. */
    keys: jsonb('keys').$type<OwnKeys>().notNull().default({}),
    passwordHash: text('password_hash'),
    emailVerifiedAt: instant('email_verified_at'),
    deactivatedAt: instant('deactivated_at'),
    /** Signed up where staff approve accounts, and nobody has said yes yet: it cannot sign in. */
    awaitsApprovalSince: instant('awaits_approval_since'),
    /** Sessions issued before this instant are void: moved by a change of password, role or deactivation. */
    sessionsValidFrom: instant('sessions_valid_from').notNull().defaultNow(),
    createdAt: createdAt(),
  },
  (table) => [
    uniqueIndex('users_email_key').on(table.email),
    index('users_name_idx').on(table.name, table.id),
    // Staff are few among customers, and each page of the desk names them.
    index('users_role_idx').on(table.role, table.name),
    index('users_words_idx').using('gin', wordsOfPeople(table)),
    index('users_approval_idx').on(table.awaitsApprovalSince).where(sql`${table.awaitsApprovalSince} is not null`),
    oneOf('users', 'role', ROLES),
    oneOf('users', 'locale', LOCALES),
    oneOf('users', 'public_name', PUBLIC_NAMES),
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

/** Invitations to work here, by mail. Only the SHA-256 of the link's token is kept; sending one again gives it a new one. */
export const staffInvitations = pgTable(
  'staff_invitations',
  {
    id: id(),
    email: text('email').notNull(),
    role: text('role', { enum: INVITED_ROLES }).notNull(),
    locale: text('locale', { enum: LOCALES }).notNull(),
    invitedBy: uuid('invited_by')
      .notNull()
      .references(() => users.id),
    tokenHash: text('token_hash').notNull(),
    sentAt: instant('sent_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    acceptedAt: instant('accepted_at'),
    withdrawnAt: instant('withdrawn_at'),
    createdAt: createdAt(),
  },
  (table) => [
    uniqueIndex('staff_invitations_hash_key').on(table.tokenHash),
    uniqueIndex('staff_invitations_open_key')
      .on(table.email)
      .where(sql`${table.acceptedAt} is null and ${table.withdrawnAt} is null`),
    oneOf('staff_invitations', 'role', INVITED_ROLES),
    oneOf('staff_invitations', 'locale', LOCALES),
  ],
);

/** Customer organisations. None that was ever used is deleted: it is archived. */
export const organisations = pgTable(
  'organisations',
  {
    id: id(),
    name: text('name').notNull(),
    productVersion: text('product_version'),
    visibility: text('visibility', { enum: VISIBILITY_DEGREES }).notNull().default(DEFAULT_DEGREE),
    access: text('access', { enum: ACCESS_MODES }).notNull().default('invitation'),
    /** For staff alone. */
    notes: text('notes'),
    archivedAt: instant('archived_at'),
    createdAt: createdAt(),
  },
  (table) => [
    index('organisations_name_idx').on(sql`lower(${table.name})`, table.id),
    index('organisations_words_idx').using('gin', wordsOfOrganisations(table)),
    oneOf('organisations', 'visibility', VISIBILITY_DEGREES),
    oneOf('organisations', 'access', ACCESS_MODES),
  ],
);

/** Teams of a customer's organisation; where its degree says so, people of one team see each other's requests. */
export const organisationTeams = pgTable(
  'organisation_teams',
  {
    id: id(),
    organisationId: uuid('organisation_id')
      .notNull()
      .references(() => organisations.id, { onDelete: 'cascade' }),
    name: text('name').notNull(),
    createdAt: createdAt(),
  },
  (table) => [uniqueIndex('organisation_teams_name_key').on(table.organisationId, sql`lower(${table.name})`)],
);

/** Who belongs to which organisation; a manager looks after its people. */
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
    teamId: uuid('team_id').references(() => organisationTeams.id, { onDelete: 'set null' }),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.userId] }),
    index('memberships_user_idx').on(table.userId),
    index('memberships_team_idx').on(table.teamId),
  ],
);
