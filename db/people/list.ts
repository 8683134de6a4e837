import { and, asc, desc, eq, ilike, inArray, isNotNull, isNull, or, type SQL, sql } from 'drizzle-orm';
import type { Role } from '@/domain/people/roles';
import type { AccountState } from '@/domain/people/states';
import type { Reader } from '../client';
import type { User } from './queries';
import { memberships, organisations, users } from './schema';

/** What the list of accounts is narrowed to: a piece of a name, an address or an organisation's name; a role; a state. */
export type AccountFilter = {
  text?: string | undefined;
  role?: Role | undefined;
  state?: AccountState | undefined;
};

/** Part of the list, by the id of the account it goes on after or ends before; `limit` accounts at most. */
export type AccountPart = { after?: string | undefined; before?: string | undefined; limit: number };

type Listed = Pick<User, 'id' | 'name' | 'email' | 'role' | 'emailVerifiedAt' | 'deactivatedAt' | 'createdAt'> & {
  organisations: { id: string; name: string; manager: boolean }[];
};

const contains = (text: string): string => `%${text.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;

// The ids are worked out once for a query, not for each account.
const membersOf = (text: string): SQL =>
  sql`${users.id} = any(array(select ${memberships.userId} from ${memberships} join ${organisations} on ${organisations.id} = ${memberships.organisationId} where ${ilike(organisations.name, contains(text))} limit 2000))`;

const STATES: Record<AccountState, SQL | undefined> = {
  active: and(isNotNull(users.emailVerifiedAt), isNull(users.deactivatedAt)),
  unverified: and(isNull(users.emailVerifiedAt), isNull(users.deactivatedAt)),
  deactivated: isNotNull(users.deactivatedAt),
};

const conditions = ({ text, role, state }: AccountFilter): SQL | undefined =>
  and(
    text ? or(ilike(users.name, contains(text)), ilike(users.email, contains(text)), membersOf(text)) : undefined,
    role ? eq(users.role, role) : undefined,
    state ? STATES[state] : undefined,
  );

const beyond = (id: string, ahead: boolean): SQL =>
  sql`(${users.name}, ${users.id}) ${sql.raw(ahead ? '>' : '<')} (select u.name, u.id from ${users} u where u.id = ${id})`;

/** Accounts by name, with the organisations each belongs to. */
export const listAccounts = async (db: Reader, filter: AccountFilter, part: AccountPart): Promise<Listed[]> => {
  const { after, before, limit } = part;
  const backwards = before !== undefined && after === undefined;
  const way = backwards ? desc : asc;
  const place = after ?? before;
  const rows = await db
    .select({
      id: users.id,
      name: users.name,
      email: users.email,
      role: users.role,
      emailVerifiedAt: users.emailVerifiedAt,
      deactivatedAt: users.deactivatedAt,
      createdAt: users.createdAt,
    })
    .from(users)
    .where(and(conditions(filter), place === undefined ? undefined : beyond(place, !backwards)))
    .orderBy(way(users.name), way(users.id))
    .limit(limit);
  const belonging =
    rows.length === 0
      ? []
      : await organisationsOf(
          db,
          rows.map(({ id }) => id),
        );
  const listed = rows.map((row) => ({
    ...row,
    organisations: belonging
      .filter(({ userId }) => userId === row.id)
      .map(({ userId: _, ...organisation }) => organisation),
  }));
  return backwards ? listed.reverse() : listed;
};

const organisationsOf = async (db: Reader, userIds: readonly string[]) =>
  db
    .select({
      userId: memberships.userId,
      id: organisations.id,
      name: organisations.name,
      manager: memberships.manager,
    })
    .from(memberships)
    .innerJoin(organisations, eq(organisations.id, memberships.organisationId))
    .where(inArray(memberships.userId, [...userIds]))
    .orderBy(asc(organisations.name), asc(organisations.id));
