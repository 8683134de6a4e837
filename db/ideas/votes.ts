import { and, count, countDistinct, eq, gt, inArray, isNull, sql } from 'drizzle-orm';
import type { Reader, Tx } from '../client';

import { memberships, users } from '../people/schema';
import { ideaRequests, ideas, ideaVotes } from './schema';

/** An idea and all that were merged into it, as a subquery of ids. */
const tree = (ideaId: string) => sql`(
  with recursive tree (id) as (
    select ${ideaId}::uuid union select child.id from ${ideas} child join tree on child.merged_into_id = tree.id
  ) select id from tree)`;

/** Counts anew how many people support an idea. Called after every vote, and of both after a merge. */
export const recountVotes = async (tx: Tx, ideaId: string): Promise<number> => {
  const [row] = await tx
    .select({ votes: countDistinct(ideaVotes.userId) })
    .from(ideaVotes)
    .where(sql`${ideaVotes.ideaId} in ${tree(ideaId)}`);
  const votes = row?.votes ?? 0;
  await tx.update(ideas).set({ votes }).where(eq(ideas.id, ideaId));
  return votes;
};

/** Supports an idea; answers whether this is new. The caller counts anew. */
export const insertVote = async (tx: Tx, ideaId: string, userId: string, now: Date): Promise<boolean> => {
  const rows = await tx
    .insert(ideaVotes)
    .values({ ideaId, userId, at: now })
    .onConflictDoNothing()
    .returning({ at: ideaVotes.at });
  return rows.length > 0;
};

/** Takes support back, given to the idea or to one that was merged into it; answers whether there was any. The caller counts anew. */
export const deleteVote = async (tx: Tx, ideaId: string, userId: string): Promise<boolean> => {
  const rows = await tx
    .delete(ideaVotes)
    .where(and(eq(ideaVotes.userId, userId), sql`${ideaVotes.ideaId} in ${tree(ideaId)}`))
    .returning({ at: ideaVotes.at });
  return rows.length > 0;
};

/** Whether somebody supports an idea, or one that was merged into it. */
export const supports = async (db: Reader, ideaId: string, userId: string): Promise<boolean> => {
  const rows = await db
    .select({ at: ideaVotes.at })
    .from(ideaVotes)
    .where(and(eq(ideaVotes.userId, userId), sql`${ideaVotes.ideaId} in ${tree(ideaId)}`))
    .limit(1);
  return rows.length > 0;
};

/** Which of some ideas somebody supports, by way of those merged into them too. */
export const supportedAmong = async (db: Reader, ideaIds: readonly string[], userId: string): Promise<Set<string>> => {
  if (ideaIds.length === 0) return new Set();
  const own = await db.select({ id: ideaVotes.ideaId }).from(ideaVotes).where(eq(ideaVotes.userId, userId));
  if (own.length === 0) return new Set();
  const rows = await db.execute<{ id: string }>(sql`
    with recursive upwards (id, merged_into_id) as (
      select id, merged_into_id from ${ideas} where ${inArray(
        ideas.id,
        own.map(({ id }) => id),
      )}
      union select parent.id, parent.merged_into_id from ${ideas} parent join upwards on parent.id = upwards.merged_into_id
    ) select id from upwards`);
  const wanted = new Set(ideaIds);
  return new Set(rows.map(({ id }) => id).filter((id) => wanted.has(id)));
};

type Backing = { people: number; organisations: number; requests: number };

/** How many people, organisations and requests stand behind an idea; whoever is in several organisations counts for each. */
export const backingOf = async (db: Reader, ideaId: string): Promise<Backing> => {
  const [row] = await db
    .select({
      people: countDistinct(ideaVotes.userId),
      organisations: countDistinct(memberships.organisationId),
    })
    .from(ideaVotes)
    .leftJoin(memberships, eq(memberships.userId, ideaVotes.userId))
    .where(sql`${ideaVotes.ideaId} in ${tree(ideaId)}`);
  const [behind] = await db
    .select({ requests: count() })
    .from(ideaRequests)
    .where(sql`${ideaRequests.ideaId} in ${tree(ideaId)}`);
  return { people: row?.people ?? 0, organisations: row?.organisations ?? 0, requests: behind?.requests ?? 0 };
};

/** Who is told of what becomes of an idea: those who support it and can sign in, by id, after one of them. */
export const supportersToTell = async (db: Reader, ideaId: string, after: string | null, limit: number) =>
  db
    .selectDistinct({ id: users.id, email: users.email, name: users.name, locale: users.locale })
    .from(ideaVotes)
    .innerJoin(users, eq(users.id, ideaVotes.userId))
    .where(
      and(
        sql`${ideaVotes.ideaId} in ${tree(ideaId)}`,
        isNull(users.deactivatedAt),
        after ? gt(users.id, after) : undefined,
      ),
    )
    .orderBy(users.id)
    .limit(limit);
