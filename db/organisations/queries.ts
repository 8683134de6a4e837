import { and, asc, count, eq, gt, ilike, isNotNull, isNull, not, or, sql } from 'drizzle-orm';
import { notFound } from '@/domain/refusal';
import type { Reader, Tx } from '../client';
import { cut, type Part, pageOf } from '../keyset';
import { containing } from '../like';
import { memberships, organisations, organisationTeams, users } from '../people/schema';
import { ticketFollowers } from '../tickets/following-schema';
import { tickets } from '../tickets/schema';
import { organisationDomains, organisationInvitations } from './schema';

export type Organisation = typeof organisations.$inferSelect;
export type Invitation = typeof organisationInvitations.$inferSelect;

/** The name of an organisation; `null` without one. */
export const organisationNamed = async (db: Reader, id: string | null): Promise<string | null> => {
  if (!id) return null;
  const [row] = await db.select({ name: organisations.name }).from(organisations).where(eq(organisations.id, id));
  return row?.name ?? null;
};

/** An organisation by its id; throws `not-found`. Whether the actor may see it is settled by the caller. */
export const organisationById = async (db: Reader, id: string): Promise<Organisation> => {
  const [row] = await db.select().from(organisations).where(eq(organisations.id, id));
  if (!row) throw notFound('organisation');
  return row;
};

/** Loads an organisation and holds its row, so that changes of its people are made one by one; throws `not-found`. */
export const organisationForUpdate = async (tx: Tx, id: string): Promise<Organisation> => {
  const [row] = await tx.select().from(organisations).where(eq(organisations.id, id)).for('update');
  if (!row) throw notFound('organisation');
  return row;
};

/** The teams of an organisation, by name. */
export const organisationTeamsOf = async (
  db: Reader,
  organisationId: string,
): Promise<{ id: string; name: string }[]> =>
  db
    .select({ id: organisationTeams.id, name: organisationTeams.name })
    .from(organisationTeams)
    .where(eq(organisationTeams.organisationId, organisationId))
    .orderBy(asc(organisationTeams.name));

/** How many teams an organisation has. */
export const countTeams = async (db: Reader, organisationId: string): Promise<number> =>
  db.$count(organisationTeams, eq(organisationTeams.organisationId, organisationId));

/** Adds a team; `null` when the organisation has one of that name. */
export const insertTeam = async (tx: Tx, organisationId: string, name: string): Promise<string | null> => {
  const [row] = await tx
    .insert(organisationTeams)
    .values({ organisationId, name })
    .onConflictDoNothing()
    .returning({ id: organisationTeams.id });
  return row?.id ?? null;
};

/** Renames a team; `false` when its organisation has another one of that name. */
export const renameOrganisationTeam = async (tx: Tx, id: string, name: string): Promise<boolean> => {
  const twin = sql`exists (select 1 from ${organisationTeams} twin where twin.organisation_id = ${organisationTeams.organisationId} and twin.id <> ${id} and lower(twin.name) = lower(${name}))`;
  const renamed = await tx
    .update(organisationTeams)
    .set({ name })
    .where(and(eq(organisationTeams.id, id), not(twin)))
    .returning({ id: organisationTeams.id });
  return renamed.length > 0;
};

/** Whether somebody is in a team, or was invited into it and may still come. */
export const isTeamInUse = async (db: Reader, id: string): Promise<boolean> => {
  const { acceptedAt, withdrawnAt, teamId } = organisationInvitations;
  const invited = and(eq(teamId, id), isNull(acceptedAt), isNull(withdrawnAt));
  return (
    (await db.$count(memberships, eq(memberships.teamId, id))) > 0 ||
    (await db.$count(organisationInvitations, invited)) > 0
  );
};

/** Deletes a team; the caller has made sure that nobody is in it. */
export const deleteOrganisationTeam = async (tx: Tx, id: string): Promise<void> => {
  await tx.delete(organisationTeams).where(eq(organisationTeams.id, id));
};

/** Writes somebody's place in an organisation; answers whether they are new to it. */
export const writeMembership = async (tx: Tx, membership: typeof memberships.$inferInsert): Promise<boolean> => {
  const { organisationId, userId, manager = false, teamId = null } = membership;
  const [known] = await tx
    .update(memberships)
    .set({ manager, teamId })
    .where(and(eq(memberships.organisationId, organisationId), eq(memberships.userId, userId)))
    .returning({ id: memberships.userId });
  if (!known) await tx.insert(memberships).values(membership).onConflictDoNothing();
  return !known;
};

/** Lets somebody into an organisation; answers whether they are new to it. Whoever belongs to it already keeps their place. */
export const addMember = async (tx: Tx, membership: typeof memberships.$inferInsert): Promise<boolean> =>
  (await tx.insert(memberships).values(membership).onConflictDoNothing().returning({ id: memberships.userId })).length >
  0;

/**
 * Takes somebody out of an organisation, and out of copy of its requests: what they saw through it ends. Answers whether
 * they belonged to it.
 */
export const deleteMembership = async (tx: Tx, organisationId: string, userId: string): Promise<boolean> => {
  const gone = await tx
    .delete(memberships)
    .where(and(eq(memberships.organisationId, organisationId), eq(memberships.userId, userId)))
    .returning({ id: memberships.userId });
  const theirs = tx.select({ id: tickets.id }).from(tickets).where(eq(tickets.organisationId, organisationId));
  await tx
    .delete(ticketFollowers)
    .where(and(eq(ticketFollowers.userId, userId), sql`${ticketFollowers.ticketId} in ${theirs}`));
  return gone.length > 0;
};

const open = () =>
  sql`${organisationInvitations.acceptedAt} is null and ${organisationInvitations.withdrawnAt} is null`;

/** Invitations that nobody has accepted or withdrawn, newest first; expired ones too, so that they can be sent again. */
export const openInvitations = async (db: Reader, organisationId: string) =>
  db
    .select()
    .from(organisationInvitations)
    .where(and(eq(organisationInvitations.organisationId, organisationId), open()))
    .orderBy(sql`${organisationInvitations.sentAt} desc`);

/** Writes an invitation, or renews the open one of the address: the old link is worth nothing then. */
export const writeInvitation = async (
  tx: Tx,
  invitation: typeof organisationInvitations.$inferInsert,
): Promise<Invitation> => {
  const { locale, tokenHash, sentAt, expiresAt, manager = false, teamId = null, invitedBy = null } = invitation;
  const [row] = await tx
    .insert(organisationInvitations)
    .values(invitation)
    .onConflictDoUpdate({
      target: [organisationInvitations.organisationId, organisationInvitations.email],
      targetWhere: open(),
      set: { locale, tokenHash, sentAt, expiresAt, manager, teamId, invitedBy },
    })
    .returning();
  if (!row) throw new Error('an insert answered no row');
  return row;
};

/** Loads an open invitation by its id; throws `not-found`. */
export const invitationById = async (db: Reader, id: string): Promise<Invitation> => {
  const [row] = await db
    .select()
    .from(organisationInvitations)
    .where(and(eq(organisationInvitations.id, id), open()));
  if (!row) throw notFound('invitation');
  return row;
};

/** Makes an invitation's link worth nothing. */
export const withdrawInvitation = async (tx: Tx, id: string, now: Date): Promise<void> => {
  await tx.update(organisationInvitations).set({ withdrawnAt: now }).where(eq(organisationInvitations.id, id));
};

const usable = (tokenHash: string, now: Date) =>
  and(eq(organisationInvitations.tokenHash, tokenHash), gt(organisationInvitations.expiresAt, now), open());

/** What an invitation's link leads to, without using it up; `null` when it is used, withdrawn, late or unknown. */
export const peekInvitation = async (db: Reader, tokenHash: string, now: Date) => {
  const [row] = await db
    .select({
      email: organisationInvitations.email,
      organisationName: organisations.name,
      invitedByName: users.name,
    })
    .from(organisationInvitations)
    .innerJoin(organisations, eq(organisationInvitations.organisationId, organisations.id))
    .leftJoin(users, eq(organisationInvitations.invitedBy, users.id))
    .where(and(usable(tokenHash, now), isNull(organisations.archivedAt)));
  return row ?? null;
};

/** Uses an invitation up: one caller gets it, everybody later (or too late) gets `null`, and so does everybody while the organisation is put away. */
export const takeInvitation = async (tx: Tx, tokenHash: string, now: Date): Promise<Invitation | null> => {
  const [row] = await tx
    .update(organisationInvitations)
    .set({ acceptedAt: now })
    .where(
      and(
        usable(tokenHash, now),
        sql`exists (select 1 from ${organisations} where ${organisations.id} = ${organisationInvitations.organisationId} and ${organisations.archivedAt} is null)`,
      ),
    )
    .returning();
  return row ?? null;
};

/** A place among organisations. */
type OrganisationPlace = [name: string, id: string];

const BY_NAME = {
  by: [sql`lower(${organisations.name})`, organisations.id],
  bounds: ([name, id]: OrganisationPlace) => [sql`lower(${name})`, sql`${id}::uuid`],
};

/** Organisations by name with the number of their members; `archived` shows those put away instead. */
export const listOrganisations = async (
  db: Reader,
  filter: { text?: string | undefined; archived: boolean },
  part: Part<OrganisationPlace>,
) => {
  const pattern = filter.text && containing(filter.text);
  const { where, orderBy, limit } = cut(BY_NAME, part);
  const rows = await db
    .select({
      id: organisations.id,
      name: organisations.name,
      productVersion: organisations.productVersion,
      visibility: organisations.visibility,
      access: organisations.access,
      members: sql<number>`(select ${count()}::int from ${memberships} where ${memberships.organisationId} = ${organisations.id})`,
    })
    .from(organisations)
    .where(
      and(
        filter.archived ? isNotNull(organisations.archivedAt) : isNull(organisations.archivedAt),
        pattern
          ? or(
              ilike(organisations.name, pattern),
              sql`exists (select 1 from ${organisationDomains} where ${organisationDomains.organisationId} = ${organisations.id} and ${ilike(organisationDomains.domain, pattern)})`,
            )
          : undefined,
        where,
      ),
    )
    .orderBy(...orderBy)
    .limit(limit);
  return pageOf(rows, part, ({ name, id }): OrganisationPlace => [name, id]);
};

type OrganisationFacts = Partial<Omit<typeof organisations.$inferInsert, 'id' | 'createdAt'>>;

/** Makes an organisation and answers its id. */
export const insertOrganisation = async (tx: Tx, facts: OrganisationFacts & { name: string }): Promise<string> => {
  const [row] = await tx.insert(organisations).values(facts).returning({ id: organisations.id });
  if (!row) throw new Error('an insert answered no row');
  return row.id;
};

/** Changes facts of an organisation. */
export const updateOrganisation = async (tx: Tx, id: string, facts: OrganisationFacts): Promise<void> => {
  await tx.update(organisations).set(facts).where(eq(organisations.id, id));
};

/** Gives an organisation these domains and no others; answers the first that belongs to another one, and then changes nothing of it. */
export const writeDomains = async (
  tx: Tx,
  organisationId: string,
  domains: readonly string[],
): Promise<string | null> => {
  await tx.delete(organisationDomains).where(eq(organisationDomains.organisationId, organisationId));
  for (const domain of domains) {
    const made = await tx
      .insert(organisationDomains)
      .values({ domain, organisationId })
      .onConflictDoNothing()
      .returning({ domain: organisationDomains.domain });
    if (made.length === 0) return domain;
  }
  return null;
};
