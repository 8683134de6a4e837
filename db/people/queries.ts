import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { ActorMembership, UserActor } from '@/domain/access/actor';
import { worksOnTickets } from '@/domain/access/grants';
import type { Locale } from '@/domain/people/locale';
import { ROLES } from '@/domain/people/roles';
import type { Reader, Tx } from '../client';
import { houseTimeZone } from '../sla/house-zone';
import { memberships, organisations, users } from './schema';

export type User = typeof users.$inferSelect;

const DESK_ROLES = ROLES.filter(worksOnTickets);

/** Accounts in use whose role works on requests. */
export const atTheDesk = and(inArray(users.role, DESK_ROLES), isNull(users.deactivatedAt));

const membershipsOf = async (db: Reader, userId: string): Promise<ActorMembership[]> =>
  db
    .select({
      organisationId: memberships.organisationId,
      manager: memberships.manager,
      teamId: memberships.teamId,
      visibility: organisations.visibility,
    })
    .from(memberships)
    .innerJoin(organisations, eq(memberships.organisationId, organisations.id))
    .where(eq(memberships.userId, userId))
    .orderBy(memberships.createdAt);

type ActorRow = Pick<User, 'id' | 'role' | 'name' | 'email' | 'locale' | 'keys'> & {
  time_zone: string;
  sessions_valid_from: string;
  memberships: ActorMembership[];
};

/**
 * The person behind a session as they are now: role, name and memberships are re-read at each call. `null` when the
 * account is gone, deactivated, or the session is older than `sessionsValidFrom`.
 */
export const actorById = async (db: Reader, userId: string, sessionIssuedAt: Date): Promise<UserActor | null> => {
  const [user] = await db.execute<ActorRow>(sql`
    select u.id, u.role, u.name, u.email, u.locale, u.time_zone, u.keys, u.sessions_valid_from, coalesce(
      (select json_agg(json_build_object('organisationId', m.organisation_id, 'manager', m.manager,
          'teamId', m.team_id, 'visibility', o.visibility) order by m.created_at)
        from ${memberships} m join ${organisations} o on o.id = m.organisation_id where m.user_id = u.id),
      '[]') as memberships
    from ${users} u where u.id = ${userId} and u.deactivated_at is null`);
  if (!user || sessionIssuedAt < new Date(user.sessions_valid_from)) return null;
  const { id, role, name, email, locale, time_zone: timeZone, keys } = user;
  return { kind: 'user', id, role, name, email, locale, timeZone, keys, memberships: user.memberships };
};

/** Whether the account is active and works on requests. */
export const deskMember = async (db: Reader, userId: string): Promise<boolean> => {
  const rows = await db
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.id, userId), atTheDesk));
  return rows.length > 0;
};

/**
 * The same, and it stays so until the transaction ends: who is leaving the desk at this very moment is waited for, so that
 * nothing is given to somebody who is gone by then.
 */
export const holdDeskMember = async (tx: Tx, userId: string): Promise<boolean> => {
  const rows = await tx
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.id, userId), atTheDesk))
    .for('key share');
  return rows.length > 0;
};

/** Everybody who works on requests. */
export const deskMembers = async (db: Reader) =>
  db.select({ id: users.id, name: users.name, email: users.email, locale: users.locale }).from(users).where(atTheDesk);

/** Those of some accounts that were not closed, as mails need them. */
export const accountsInUse = async (db: Reader, ids: readonly string[]) =>
  db
    .select({ id: users.id, name: users.name, email: users.email, locale: users.locale })
    .from(users)
    .where(and(inArray(users.id, [...ids]), isNull(users.deactivatedAt)));

/** Names of accounts by id. */
export const namesOf = async (db: Reader, ids: readonly string[]): Promise<Map<string, string>> => {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ id: users.id, name: users.name })
    .from(users)
    .where(inArray(users.id, [...new Set(ids)]));
  return new Map(rows.map((row) => [row.id, row.name]));
};

/**
 * The account of a visitor's address (already normalised), made without a password if it is new. An existing account is
 * left as it is: knowing an address gives nobody the right to rename it.
 */
export const findOrCreateRequester = async (
  tx: Tx,
  visitor: { name: string; email: string; locale: Locale; now: Date },
) => {
  const { name, email, locale, now } = visitor;
  const timeZone = await houseTimeZone(tx);
  await tx.insert(users).values({ name, email, locale, timeZone, createdAt: now }).onConflictDoNothing();
  const [user] = await tx.select().from(users).where(eq(users.email, email));
  if (!user) throw new Error('an account vanished inside its transaction');
  const [membership] = await membershipsOf(tx, user.id);
  return {
    id: user.id,
    name: user.name,
    email: user.email,
    locale: user.locale,
    organisationId: membership?.organisationId ?? null,
  };
};
