import { and, asc, count, eq, gte, inArray, isNotNull, lte, notInArray, sql } from 'drizzle-orm';
import type { LocalisedText } from '@/domain/people/localised';
import { notFound } from '@/domain/refusal';
import { type Candidate, nextInTurn } from '@/domain/teams/round-robin';
import type { Absence, TeamLevel } from '@/domain/teams/teams';
import type { Reader, Tx } from '../client';
import { errorCodeOf } from '../error-code';
import { atTheDesk, holdDeskMember } from '../people/queries';
import { users } from '../people/schema';
import { remembered } from '../remembered';
import { stillToDo, tickets } from '../tickets/schema';
import { absences, teamMembers, teams } from './schema';

export type Team = typeof teams.$inferSelect;

/** All teams, those in use first, then by level and French name. */
export const listTeams = (db: Reader): Promise<readonly Team[]> =>
  remembered('house', 'teams', db, async () =>
    db.select().from(teams).orderBy(sql`${teams.active} desc`, asc(teams.level), sql`lower(${teams.name} ->> 'fr')`),
  );

/** A team by its id; throws `not-found`. */
export const teamById = async (db: Reader, id: string): Promise<Team> => {
  const [row] = await db.select().from(teams).where(eq(teams.id, id));
  if (!row) throw notFound('team');
  return row;
};

/** Loads a team and holds its row, so that changes and turns are made one by one; throws `not-found`. */
export const teamForUpdate = async (tx: Tx, id: string): Promise<Team> => {
  const [row] = await tx.select().from(teams).where(eq(teams.id, id)).for('update');
  if (!row) throw notFound('team');
  return row;
};

/** The people of teams who work on requests, in the order of their names. Whose turn it was last is true in a transaction alone: it changes with each request, and nobody else reads it. */
export const teamPeople = (db: Reader, teamIds?: readonly string[]) =>
  remembered('house', `team people ${teamIds?.join() ?? ''}`, db, async () =>
    db
      .select({
        teamId: teamMembers.teamId,
        id: users.id,
        name: users.name,
        timeZone: users.timeZone,
        takesTurns: teamMembers.takesTurns,
        lastTurn: teamMembers.lastTurn,
      })
      .from(teamMembers)
      .innerJoin(users, eq(teamMembers.userId, users.id))
      .where(and(atTheDesk, teamIds && inArray(teamMembers.teamId, [...teamIds])))
      .orderBy(asc(users.name), asc(users.id)),
  );

/** Everybody who could belong to a team, by name. */
export const deskPeople = (db: Reader) =>
  remembered('house', 'desk people', db, async () =>
    db
      .select({ id: users.id, name: users.name, timeZone: users.timeZone })
      .from(users)
      .where(atTheDesk)
      .orderBy(asc(users.name), asc(users.id)),
  );

/** Whether somebody belongs to a team. */
export const isTeamMember = async (db: Reader, teamId: string, userId: string): Promise<boolean> =>
  (
    await db
      .select({ id: teamMembers.userId })
      .from(teamMembers)
      .where(and(eq(teamMembers.teamId, teamId), eq(teamMembers.userId, userId)))
  ).length > 0;

/** Absences that end on `day` (`2026-11-22`) or later, soonest first. */
export const absencesFrom = (db: Reader, day: string, userIds?: readonly string[]) =>
  remembered('house', `absences ${day} ${userIds?.join() ?? ''}`, db, async () =>
    db
      .select()
      .from(absences)
      .where(and(gte(absences.untilDay, day), userIds && inArray(absences.userId, [...userIds])))
      .orderBy(asc(absences.fromDay), asc(absences.id)),
  );

/**
 * The periods off work of one person that have a day in common with this one. Their account is held until the transaction
 * ends, so that two posts at once are looked at one after the other.
 */
export const overlappingAbsences = async (
  tx: Tx,
  userId: string,
  { fromDay, untilDay }: Absence,
): Promise<(typeof absences.$inferSelect)[]> => {
  await tx.select({ id: users.id }).from(users).where(eq(users.id, userId)).for('no key update');
  return tx
    .select()
    .from(absences)
    .where(and(eq(absences.userId, userId), lte(absences.fromDay, untilDay), gte(absences.untilDay, fromDay)))
    .orderBy(asc(absences.fromDay));
};

/** Writes a period off work. */
export const insertAbsence = async (tx: Tx, absence: typeof absences.$inferInsert): Promise<string> => {
  const [row] = await tx.insert(absences).values(absence).returning({ id: absences.id });
  if (!row) throw new Error('an insert answered no row');
  return row.id;
};

/** A period off work by its id; throws `not-found`. */
export const absenceById = async (db: Reader, id: string): Promise<typeof absences.$inferSelect> => {
  const [row] = await db.select().from(absences).where(eq(absences.id, id));
  if (!row) throw notFound('absence');
  return row;
};

/** Takes a period off work back. */
export const deleteAbsence = async (tx: Tx, id: string): Promise<void> => {
  await tx.delete(absences).where(eq(absences.id, id));
};

type TeamFacts = { name: LocalisedText; level: TeamLevel; roundRobin: boolean };

/** Makes a team; `null` when another one has that French name. */
export const insertTeam = async (tx: Tx, facts: TeamFacts): Promise<string | null> => {
  const [row] = await tx.insert(teams).values(facts).onConflictDoNothing().returning({ id: teams.id });
  return row?.id ?? null;
};

/** Whether another team than this one has that French name. */
export const teamNameTaken = async (db: Reader, name: string, exceptId: string): Promise<boolean> => {
  const rows = await db
    .select({ id: teams.id })
    .from(teams)
    .where(sql`lower(${teams.name} ->> 'fr') = lower(${name}) and ${teams.id} <> ${exceptId}`);
  return rows.length > 0;
};

/** Changes facts of a team. */
export const updateTeam = async (
  tx: Tx,
  id: string,
  facts: Partial<TeamFacts & { active: boolean }>,
): Promise<void> => {
  await tx.update(teams).set(facts).where(eq(teams.id, id));
};

/** Gives a team these people and no others; who stays keeps their place in turn. Answers who is no longer in it. */
export const writeTeamMembers = async (
  tx: Tx,
  teamId: string,
  members: readonly { userId: string; takesTurns: boolean }[],
): Promise<string[]> => {
  const ids = members.map(({ userId }) => userId);
  const gone = await tx
    .delete(teamMembers)
    .where(and(eq(teamMembers.teamId, teamId), ids.length > 0 ? notInArray(teamMembers.userId, ids) : undefined))
    .returning({ userId: teamMembers.userId });
  const left = gone.map(({ userId }) => userId);
  if (members.length === 0) return left;
  await tx
    .insert(teamMembers)
    .values(members.map((member) => ({ teamId, ...member })))
    .onConflictDoUpdate({
      target: [teamMembers.teamId, teamMembers.userId],
      set: { takesTurns: sql`excluded.takes_turns` },
    });
  return left;
};

/** How many requests each team has still to do. */
export const countTeamTickets = (db: Reader): Promise<ReadonlyMap<string, number>> =>
  remembered('desk', 'team counts', db, async () => {
    const rows = await db
      .select({ teamId: tickets.teamId, total: count() })
      .from(tickets)
      .where(and(stillToDo(), isNotNull(tickets.teamId)))
      .groupBy(tickets.teamId);
    return new Map(rows.flatMap(({ teamId, total }) => (teamId ? [[teamId, total] as const] : [])));
  });

// What a foreign key would let go with the team (the type it stands behind, its canned replies), and what no key knows of:
// histories tell of teams that requests had before, kept views are narrowed to them. Written out, because columns lose the name of their table in a delete.
const teamUsed = sql`(
  exists (select 1 from tickets used where used.team_id = teams.id)
  or exists (select 1 from request_types used where used.team_id = teams.id)
  or exists (select 1 from canned_replies used where used.team_id = teams.id or used.to_team_id = teams.id)
  or exists (select 1 from ticket_events used where used.kind = 'routed' and used.data ->> 'teamId' = teams.id::text)
  or exists (select 1 from desk_views used where used.address ->> 'team' = teams.id::text)
)`;

const FOREIGN_KEY_VIOLATION = '23503';

/** Deletes a team that nothing was ever given to; answers `false`, and changes nothing, for one that anything names. */
export const deleteTeam = async (tx: Tx, id: string): Promise<boolean> => {
  try {
    const gone = await tx.transaction((attempt) =>
      attempt
        .delete(teams)
        .where(and(eq(teams.id, id), sql`not ${teamUsed}`))
        .returning({ id: teams.id }),
    );
    return gone.length > 0;
  } catch (error) {
    // Given a request at this very moment.
    if (errorCodeOf(error) === FOREIGN_KEY_VIOLATION) return false;
    throw error;
  }
};

const dayBefore = (now: Date): string => new Date(now.getTime() - 86_400_000).toISOString().slice(0, 10);

/** Those who could be next in a team, by name, with the days they are away. */
export const candidatesOf = async (db: Reader, teamId: string, now: Date): Promise<Candidate[]> => {
  const people = await teamPeople(db, [teamId]);
  if (people.length === 0) return [];
  // Days are compared in each person's own zone; a day's margin keeps those west of Greenwich.
  const away: (Absence & { userId: string })[] = await absencesFrom(
    db,
    dayBefore(now),
    people.map(({ id }) => id),
  );
  return people.map(({ id, takesTurns, timeZone, lastTurn }) => ({
    userId: id,
    takesTurns,
    timeZone,
    lastTurn,
    absences: away.filter(({ userId }) => userId === id),
  }));
};

/** Whose turn it is of those who are still at the desk when their turn is given. */
const nextThere = async (tx: Tx, candidates: readonly Candidate[], now: Date): Promise<Candidate | null> => {
  const next = nextInTurn(candidates, now.getTime());
  if (!next || (await holdDeskMember(tx, next.userId))) return next;
  return nextThere(
    tx,
    candidates.filter(({ userId }) => userId !== next.userId),
    now,
  );
};

/**
 * Takes the next turn of a team and answers whose it is; `null` while nobody is there or the team gives nothing in turn.
 * The team's row is held until the transaction ends, so that two workers never give the same turn.
 */
export const takeTurn = async (tx: Tx, teamId: string, now: Date): Promise<string | null> => {
  const team = await teamForUpdate(tx, teamId);
  if (!team.roundRobin || !team.active) return null;
  const next = await nextThere(tx, await candidatesOf(tx, teamId, now), now);
  if (!next) return null;
  const turn = team.turns + 1;
  await tx.update(teams).set({ turns: turn }).where(eq(teams.id, teamId));
  await tx
    .update(teamMembers)
    .set({ lastTurn: turn })
    .where(and(eq(teamMembers.teamId, teamId), eq(teamMembers.userId, next.userId)));
  return next.userId;
};
