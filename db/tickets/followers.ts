import { and, asc, count, eq, inArray, isNull, notInArray, or } from 'drizzle-orm';
import type { Locale } from '@/domain/people/locale';
import type { Reader, Tx } from '../client';
import { organisationDomains } from '../organisations/schema';
import { peopleSaying } from '../people/finding';
import { memberships, organisations, users } from '../people/schema';
import { ticketFollowers } from './following-schema';

/** A person as mails and lists need them. */
export type Addressee = { id: string; name: string; email: string; locale: Locale };

const ADDRESSEE = { id: users.id, name: users.name, email: users.email, locale: users.locale } as const;

/** The people in copy of a request who can sign in, by name. The request itself must have been loaded through the actor. */
export const followersOf = async (db: Reader, ticketId: string): Promise<Addressee[]> =>
  db
    .select(ADDRESSEE)
    .from(ticketFollowers)
    .innerJoin(users, eq(ticketFollowers.userId, users.id))
    .where(and(eq(ticketFollowers.ticketId, ticketId), isNull(users.deactivatedAt)))
    .orderBy(asc(users.name), asc(users.id));

/** How many people are in copy of a request. */
export const countFollowers = async (db: Reader, ticketId: string): Promise<number> => {
  const [row] = await db.select({ total: count() }).from(ticketFollowers).where(eq(ticketFollowers.ticketId, ticketId));
  return row?.total ?? 0;
};

/** Puts somebody in copy; answers whether they were not yet. */
export const insertFollower = async (tx: Tx, follower: typeof ticketFollowers.$inferInsert): Promise<boolean> =>
  (await tx.insert(ticketFollowers).values(follower).onConflictDoNothing().returning({ id: ticketFollowers.userId }))
    .length > 0;

/** Takes somebody out of copy; answers whether they were in it. */
export const deleteFollower = async (tx: Tx, ticketId: string, userId: string): Promise<boolean> =>
  (
    await tx
      .delete(ticketFollowers)
      .where(and(eq(ticketFollowers.ticketId, ticketId), eq(ticketFollowers.userId, userId)))
      .returning({ id: ticketFollowers.userId })
  ).length > 0;

type Sought = {
  /** Beginnings of words of their name and address. */
  text?: string | undefined;
  /** People who are not meant. */
  except: readonly string[];
  limit: number;
};

/** Active members of organisations to choose from, each once, by name; at most `limit`. */
export const membersOf = async (
  db: Reader,
  organisationIds: readonly string[],
  { text = '', except, limit }: Sought,
): Promise<{ id: string; name: string }[]> => {
  if (organisationIds.length === 0) return [];
  const members = db
    .select({ id: memberships.userId })
    .from(memberships)
    .where(inArray(memberships.organisationId, [...organisationIds]));
  return db
    .select({ id: users.id, name: users.name })
    .from(users)
    .where(
      and(
        inArray(users.id, members),
        isNull(users.deactivatedAt),
        except.length > 0 ? notInArray(users.id, [...except]) : undefined,
        peopleSaying(text),
      ),
    )
    .orderBy(asc(users.name), asc(users.id))
    .limit(limit);
};

/** The active members of an organisation among some people, by their ids or addresses. */
export const membersAmong = async (
  db: Reader,
  organisationId: string,
  { ids, emails }: { ids: readonly string[]; emails: readonly string[] },
): Promise<Addressee[]> => {
  const wanted = [
    ...(ids.length > 0 ? [inArray(users.id, [...ids])] : []),
    ...(emails.length > 0 ? [inArray(users.email, [...emails])] : []),
  ];
  if (wanted.length === 0) return [];
  return db
    .select(ADDRESSEE)
    .from(memberships)
    .innerJoin(users, eq(memberships.userId, users.id))
    .where(and(eq(memberships.organisationId, organisationId), isNull(users.deactivatedAt), or(...wanted)));
};

/** The names and versions of organisations, by name. */
export const organisationsByIds = async (db: Reader, ids: readonly string[]) => {
  if (ids.length === 0) return [];
  return db
    .select({ id: organisations.id, name: organisations.name, productVersion: organisations.productVersion })
    .from(organisations)
    .where(inArray(organisations.id, [...ids]))
    .orderBy(asc(organisations.name));
};

/** The domains of an organisation's addresses. */
export const domainsOf = async (db: Reader, organisationId: string): Promise<string[]> => {
  const rows = await db
    .select({ domain: organisationDomains.domain })
    .from(organisationDomains)
    .where(eq(organisationDomains.organisationId, organisationId))
    .orderBy(asc(organisationDomains.domain));
  return rows.map((row) => row.domain);
};
