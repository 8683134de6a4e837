import { and, asc, desc, eq, ilike, isNull, or, type SQL, sql } from 'drizzle-orm';
import type { Reader } from '../client';
import { memberships, organisationTeams, users } from '../people/schema';

/** Part of an organisation's people, by the id of the member it goes on after or ends before; `limit` people at most. */
export type MembersPart = {
  /** A piece of a name or address. */
  text?: string | undefined;
  after?: string | undefined;
  before?: string | undefined;
  limit: number;
};

const contains = (text: string): string => `%${text.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;

/** Managers stand first, then names in order. */
const place = (member: SQL, person: SQL): SQL => sql`(not ${member}.manager, ${person}.name, ${person}.id)`;

const beyond = (organisationId: string, id: string, ahead: boolean): SQL =>
  sql`${place(sql`${memberships}`, sql`${users}`)} ${sql.raw(ahead ? '>' : '<')} (select not m.manager, u.name, u.id from ${memberships} m join ${users} u on u.id = m.user_id where m.organisation_id = ${organisationId} and m.user_id = ${id})`;

/** Who belongs to an organisation, managers first, deactivated accounts included. */
export const listMembers = async (db: Reader, organisationId: string, { text, after, before, limit }: MembersPart) => {
  const backwards = before !== undefined && after === undefined;
  const way = backwards ? desc : asc;
  const from = after ?? before;
  const rows = await db
    .select({
      id: users.id,
      name: users.name,
      email: users.email,
      deactivatedAt: users.deactivatedAt,
      manager: memberships.manager,
      teamId: memberships.teamId,
      teamName: organisationTeams.name,
      since: memberships.createdAt,
    })
    .from(memberships)
    .innerJoin(users, eq(memberships.userId, users.id))
    .leftJoin(organisationTeams, eq(memberships.teamId, organisationTeams.id))
    .where(
      and(
        eq(memberships.organisationId, organisationId),
        text ? or(ilike(users.name, contains(text)), ilike(users.email, contains(text))) : undefined,
        from === undefined ? undefined : beyond(organisationId, from, !backwards),
      ),
    )
    .orderBy(way(sql`not ${memberships.manager}`), way(users.name), way(users.id))
    .limit(limit);
  return backwards ? rows.reverse() : rows;
};

/** How many people belong to an organisation. */
export const countMembers = async (db: Reader, organisationId: string): Promise<number> =>
  db.$count(memberships, eq(memberships.organisationId, organisationId));

/** Whether somebody belongs to an organisation: by their id, or by their address. */
export const isMember = async (
  db: Reader,
  organisationId: string,
  who: { userId: string } | { email: string },
): Promise<boolean> => {
  const [row] = await db
    .select({ id: users.id })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(
      and(
        eq(memberships.organisationId, organisationId),
        'userId' in who ? eq(users.id, who.userId) : eq(users.email, who.email),
      ),
    )
    .limit(1);
  return row !== undefined;
};

/** The ids of some managers of an organisation who can sign in; two say whether one is the last. */
export const someManagers = async (db: Reader, organisationId: string): Promise<string[]> => {
  const rows = await db
    .select({ id: users.id })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(
      and(eq(memberships.organisationId, organisationId), eq(memberships.manager, true), isNull(users.deactivatedAt)),
    )
    .limit(2);
  return rows.map(({ id }) => id);
};
