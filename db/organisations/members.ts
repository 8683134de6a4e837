import { and, eq, ilike, isNull, or, sql } from 'drizzle-orm';
import type { Reader } from '../client';
import { cut, type Part, pageOf } from '../keyset';
import { containing } from '../like';
import { memberships, organisationTeams, users } from '../people/schema';

/** A place among an organisation's people. */
type MemberPlace = [manager: boolean, name: string, id: string];

// Managers stand first, then names in order.
const BY_RANK = {
  by: [sql`(not ${memberships.manager})`, users.name, users.id],
  bounds: ([manager, name, id]: MemberPlace) => [sql`${!manager}::boolean`, sql`${name}`, sql`${id}::uuid`],
};

/** Who belongs to an organisation, managers first, deactivated accounts included; `text` is a piece of a name or address. */
export const listMembers = async (
  db: Reader,
  organisationId: string,
  text: string | undefined,
  part: Part<MemberPlace>,
) => {
  const { where, orderBy, limit } = cut(BY_RANK, part);
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
        text ? or(ilike(users.name, containing(text)), ilike(users.email, containing(text))) : undefined,
        where,
      ),
    )
    .orderBy(...orderBy)
    .limit(limit);
  return pageOf(rows, part, ({ manager, name, id }): MemberPlace => [manager, name, id]);
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
