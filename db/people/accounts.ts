import { and, asc, eq, gt, inArray, isNull, sql } from 'drizzle-orm';
import { administers } from '@/domain/access/grants';
import { ROLES } from '@/domain/people/roles';
import type { AccountTokenPurpose } from '@/domain/people/tokens';
import { notFound } from '@/domain/refusal';
import type { Reader, Tx } from '../client';
import { houseTimeZone } from '../sla/house-zone';
import type { User } from './queries';
import { accountTokens, users } from './schema';

const ADMIN_ROLES = ROLES.filter(administers);
/** Any fixed number: two first admins at once wait for each other. */
const SET_UP_LOCK = 20_261_123;

/** The account of an address (already normalised), deactivated ones included. */
export const accountByEmail = async (db: Reader, email: string): Promise<User | null> => {
  const [user] = await db.select().from(users).where(eq(users.email, email));
  return user ?? null;
};

/** Loads an account and holds its row until the transaction ends; throws `not-found`. */
export const accountForUpdate = async (tx: Tx, id: string): Promise<User> => {
  const [user] = await tx.select().from(users).where(eq(users.id, id)).for('update');
  if (!user) throw notFound('person');
  return user;
};

/** Makes an account, in the time zone of the house unless it names one; `null` when the address already has one. */
export const insertAccount = async (tx: Tx, account: typeof users.$inferInsert): Promise<User | null> => {
  const timeZone = account.timeZone ?? (await houseTimeZone(tx));
  const [user] = await tx
    .insert(users)
    .values({ ...account, timeZone })
    .onConflictDoNothing()
    .returning();
  return user ?? null;
};

/** Changes facts of an account and answers it as it then is; throws `not-found`. */
export const updateAccount = async (
  tx: Tx,
  id: string,
  facts: Partial<Omit<typeof users.$inferInsert, 'id' | 'email' | 'createdAt'>>,
): Promise<User> => {
  const [user] = await tx.update(users).set(facts).where(eq(users.id, id)).returning();
  if (!user) throw notFound('person');
  return user;
};

/** Keeps the hash of a one-time link. */
export const insertAccountToken = async (tx: Tx, token: typeof accountTokens.$inferInsert): Promise<void> => {
  await tx.insert(accountTokens).values(token);
};

const usable = (tokenHash: string, now: Date) =>
  and(eq(accountTokens.tokenHash, tokenHash), isNull(accountTokens.usedAt), gt(accountTokens.expiresAt, now));

/** Uses a one-time link up: one caller gets the account, everybody later (or too late) gets `null`. */
export const takeAccountToken = async (
  tx: Tx,
  token: { hash: string; purpose: AccountTokenPurpose; now: Date },
): Promise<User | null> => {
  const [taken] = await tx
    .update(accountTokens)
    .set({ usedAt: token.now })
    .where(and(usable(token.hash, token.now), eq(accountTokens.purpose, token.purpose)))
    .returning({ userId: accountTokens.userId });
  if (!taken) return null;
  const user = await accountForUpdate(tx, taken.userId);
  return user.deactivatedAt ? null : user;
};

/** What a one-time link would do and for whom, without using it up; `null` when it is used, late or unknown. */
export const peekAccountToken = async (
  db: Reader,
  hash: string,
  now: Date,
): Promise<{ purpose: AccountTokenPurpose; name: string; email: string } | null> => {
  const [found] = await db
    .select({ purpose: accountTokens.purpose, name: users.name, email: users.email })
    .from(accountTokens)
    .innerJoin(users, eq(users.id, accountTokens.userId))
    .where(and(usable(hash, now), isNull(users.deactivatedAt)));
  return found ?? null;
};

/** Makes all open links of an account worthless: after a new password or a deactivation. */
export const voidAccountTokens = async (tx: Tx, userId: string, now: Date): Promise<void> => {
  await tx
    .update(accountTokens)
    .set({ usedAt: now })
    .where(and(eq(accountTokens.userId, userId), isNull(accountTokens.usedAt)));
};

/** Whether anybody was ever made admin here: until then the set-up page is open. */
export const hasAdmin = async (db: Reader): Promise<boolean> => {
  const rows = await db.select({ id: users.id }).from(users).where(inArray(users.role, ADMIN_ROLES)).limit(1);
  return rows.length > 0;
};

/** Makes whoever else wants to set up the installation wait for the end of this transaction. */
export const holdSetUp = async (tx: Tx): Promise<void> => {
  await tx.execute(sql`select pg_advisory_xact_lock(${SET_UP_LOCK})`);
};

/** The ids of the admins who can sign in, their rows held so that two of them cannot remove each other at once. */
export const activeAdminsForUpdate = async (tx: Tx): Promise<string[]> => {
  const rows = await tx
    .select({ id: users.id })
    .from(users)
    .where(and(inArray(users.role, ADMIN_ROLES), isNull(users.deactivatedAt)))
    .orderBy(asc(users.id))
    .for('update');
  return rows.map((row) => row.id);
};
