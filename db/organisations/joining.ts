import { and, asc, count, eq, inArray, isNull, type SQL, sql } from 'drizzle-orm';
import { isGranted } from '@/domain/access/grants';
import type { AccessMode, JOIN_OUTCOMES } from '@/domain/organisations/joining';
import { ROLES } from '@/domain/people/roles';
import { notFound } from '@/domain/refusal';
import type { Reader, Tx } from '../client';
import { memberships, organisations, users } from '../people/schema';
import { joinRequests, organisationDomains } from './schema';

export type JoinRequest = typeof joinRequests.$inferSelect;

/** Who is told where an organisation has nobody to look after it. */
const ADMIN_ROLES = ROLES.filter((role) => isGranted('organisations.edit', role));

/** Whether the address of an account was proved, and that account is in use. */
export const provedEmail = async (db: Reader, userId: string): Promise<string | null> => {
  const [row] = await db
    .select({ email: users.email, verifiedAt: users.emailVerifiedAt })
    .from(users)
    .where(and(eq(users.id, userId), isNull(users.deactivatedAt)));
  return row?.verifiedAt ? row.email : null;
};

/** The organisation that lists a domain, with whether somebody belongs to it or has asked to; `null` where none does, or it is put away. */
export const organisationOfDomain = async (
  db: Reader,
  domain: string,
  userId: string,
): Promise<{ id: string; name: string; access: AccessMode; member: boolean; asked: boolean } | null> => {
  const [row] = await db
    .select({
      id: organisations.id,
      name: organisations.name,
      access: organisations.access,
      member: sql<boolean>`exists (select 1 from ${memberships} where ${memberships.organisationId} = ${organisations.id} and ${memberships.userId} = ${userId})`,
      asked: sql<boolean>`exists (select 1 from ${joinRequests} where ${joinRequests.organisationId} = ${organisations.id} and ${joinRequests.userId} = ${userId} and ${joinRequests.decidedAt} is null)`,
    })
    .from(organisationDomains)
    .innerJoin(organisations, eq(organisations.id, organisationDomains.organisationId))
    .where(and(eq(organisationDomains.domain, domain), isNull(organisations.archivedAt)));
  return row ?? null;
};

/** Notes that somebody asks to join; answers whether they had not asked yet. */
export const insertJoinRequest = async (
  tx: Tx,
  request: { organisationId: string; userId: string; createdAt: Date },
): Promise<string | null> => {
  const [row] = await tx.insert(joinRequests).values(request).onConflictDoNothing().returning({ id: joinRequests.id });
  return row?.id ?? null;
};

/** The people who look after an organisation: its managers, else those who run the installation. */
export const keepersOf = async (db: Reader, organisationId: string) => {
  const person = { email: users.email, name: users.name, locale: users.locale };
  const managers = await db
    .select(person)
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(
      and(eq(memberships.organisationId, organisationId), eq(memberships.manager, true), isNull(users.deactivatedAt)),
    );
  if (managers.length > 0) return { managers: true, people: managers };
  const admins = await db
    .select(person)
    .from(users)
    .where(and(inArray(users.role, ADMIN_ROLES), isNull(users.deactivatedAt)));
  return { managers: false, people: admins };
};

/** More are not shown at once: the oldest come first, so that all get their turn. */
const MOST_SHOWN = 100;

const waiting = (organisationIds: readonly string[] | null): SQL | undefined =>
  and(
    isNull(joinRequests.decidedAt),
    isNull(users.deactivatedAt),
    organisationIds === null ? undefined : inArray(joinRequests.organisationId, [...organisationIds]),
  );

/** Who waits to be let in, the longest first: into these organisations, or into any (`null`). */
export const openJoinRequests = async (db: Reader, organisationIds: readonly string[] | null) =>
  organisationIds?.length === 0
    ? []
    : db
        .select({
          id: joinRequests.id,
          organisationId: joinRequests.organisationId,
          organisationName: organisations.name,
          name: users.name,
          email: users.email,
          since: joinRequests.createdAt,
        })
        .from(joinRequests)
        .innerJoin(organisations, eq(organisations.id, joinRequests.organisationId))
        .innerJoin(users, eq(users.id, joinRequests.userId))
        .where(waiting(organisationIds))
        .orderBy(asc(joinRequests.createdAt), asc(joinRequests.id))
        .limit(MOST_SHOWN);

/** How many people wait to be let into each of these organisations, or into each there is (`null`), by name. */
export const countJoinRequests = async (
  db: Reader,
  organisationIds: readonly string[] | null,
): Promise<{ organisationId: string; organisationName: string; count: number }[]> =>
  organisationIds?.length === 0
    ? []
    : db
        .select({ organisationId: organisations.id, organisationName: organisations.name, count: count() })
        .from(joinRequests)
        .innerJoin(organisations, eq(organisations.id, joinRequests.organisationId))
        .innerJoin(users, eq(users.id, joinRequests.userId))
        .where(waiting(organisationIds))
        .groupBy(organisations.id, organisations.name)
        .orderBy(asc(organisations.name), asc(organisations.id));

/** What somebody asked; throws `not-found`. Whether the actor may decide is settled by the caller. */
export const joinRequestById = async (db: Reader, id: string): Promise<JoinRequest> => {
  const [row] = await db.select().from(joinRequests).where(eq(joinRequests.id, id));
  if (!row) throw notFound('joinRequest');
  return row;
};

/** Writes what was decided; answers `false` when somebody had decided before. */
export const decideJoinRequest = async (
  tx: Tx,
  id: string,
  decision: { outcome: (typeof JOIN_OUTCOMES)[number]; word: string | null; decidedBy: string; decidedAt: Date },
): Promise<boolean> => {
  const rows = await tx
    .update(joinRequests)
    .set(decision)
    .where(and(eq(joinRequests.id, id), isNull(joinRequests.decidedAt)))
    .returning({ id: joinRequests.id });
  return rows.length > 0;
};

/** Closes what somebody asked of an organisation that they came to belong to in another way. */
export const settleJoinRequests = async (
  tx: Tx,
  { organisationId, userId }: { organisationId: string; userId: string },
  decidedAt: Date,
): Promise<void> => {
  await tx
    .update(joinRequests)
    .set({ outcome: 'approved', decidedAt })
    .where(
      and(
        eq(joinRequests.organisationId, organisationId),
        eq(joinRequests.userId, userId),
        isNull(joinRequests.decidedAt),
      ),
    );
};
