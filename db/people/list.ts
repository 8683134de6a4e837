import { and, asc, eq, ilike, inArray, isNotNull, isNull, or, type SQL, sql } from 'drizzle-orm';
import type { Page } from '@/domain/lists/place';
import type { Role } from '@/domain/people/roles';
import type { AccountState } from '@/domain/people/states';
import type { Reader } from '../client';
import { cut, type Part, pageOf } from '../keyset';
import { containing } from '../like';
import type { User } from './queries';
import { memberships, organisations, users } from './schema';

/** What the list of accounts is narrowed to: a piece of a name, an address or an organisation's name; a role; a state. */
export type AccountFilter = {
  text?: string | undefined;
  role?: Role | undefined;
  state?: AccountState | undefined;
};

/** A place among accounts. */
type AccountPlace = [name: string, id: string];

type Listed = Pick<User, 'id' | 'name' | 'email' | 'role' | 'emailVerifiedAt' | 'deactivatedAt' | 'createdAt'> & {
  organisations: { id: string; name: string; manager: boolean }[];
};

// The ids are worked out once for a query, not for each account.
const membersOf = (text: string): SQL =>
  sql`${users.id} = any(array(select ${memberships.userId} from ${memberships} join ${organisations} on ${organisations.id} = ${memberships.organisationId} where ${ilike(organisations.name, containing(text))} limit 2000))`;

const STATES: Record<AccountState, SQL | undefined> = {
  active: and(isNotNull(users.emailVerifiedAt), isNull(users.deactivatedAt)),
  unverified: and(isNull(users.emailVerifiedAt), isNull(users.deactivatedAt)),
  deactivated: isNotNull(users.deactivatedAt),
};

const conditions = ({ text, role, state }: AccountFilter): SQL | undefined =>
  and(
    text ? or(ilike(users.name, containing(text)), ilike(users.email, containing(text)), membersOf(text)) : undefined,
    role ? eq(users.role, role) : undefined,
    state ? STATES[state] : undefined,
  );

const BY_NAME = {
  by: [users.name, users.id],
  bounds: ([name, id]: AccountPlace) => [sql`${name}`, sql`${id}::uuid`],
};

/** Accounts by name, with the organisations each belongs to. */
export const listAccounts = async (
  db: Reader,
  filter: AccountFilter,
  part: Part<AccountPlace>,
): Promise<Page<Listed, AccountPlace>> => {
  const { where, orderBy, limit } = cut(BY_NAME, part);
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
    .where(and(conditions(filter), where))
    .orderBy(...orderBy)
    .limit(limit);
  const page = pageOf(rows, part, ({ name, id }): AccountPlace => [name, id]);
  const ids = page.rows.map(({ id }) => id);
  const belonging = ids.length === 0 ? [] : await organisationsOf(db, ids);
  const listed = page.rows.map((row) => ({
    ...row,
    organisations: belonging
      .filter(({ userId }) => userId === row.id)
      .map(({ userId: _, ...organisation }) => organisation),
  }));
  return { ...page, rows: listed };
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
