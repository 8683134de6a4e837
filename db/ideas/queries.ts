import { and, asc, eq, sql } from 'drizzle-orm';
import type { Actor } from '@/domain/access/actor';
import { foldIdea, type IdeaEvent } from '@/domain/ideas/history';
import { notFound } from '@/domain/refusal';
import type { Reader, Tx } from '../client';
import { ideaEvents, ideas } from './schema';
import { ideaVisibility } from './visibility';

export type Idea = typeof ideas.$inferSelect;

/** An idea by its number, if the actor may see it. Throws `not-found`. */
export const visibleIdea = async (db: Reader, actor: Actor, number: number): Promise<Idea> => {
  const [row] = await db
    .select()
    .from(ideas)
    .where(and(eq(ideas.number, number), ideaVisibility(actor)));
  if (!row) throw notFound('idea');
  return row;
};

/** The same, held until the transaction ends. Throws `not-found`. */
export const visibleIdeaForUpdate = async (tx: Tx, actor: Actor, number: number): Promise<Idea> => {
  const [row] = await tx
    .select()
    .from(ideas)
    .where(and(eq(ideas.number, number), ideaVisibility(actor)))
    .for('update');
  if (!row) throw notFound('idea');
  return row;
};

/** An idea by its id, held until the transaction ends, for jobs. Throws `not-found`. */
export const ideaForUpdate = async (tx: Tx, id: string): Promise<Idea> => {
  const [row] = await tx.select().from(ideas).where(eq(ideas.id, id)).for('update');
  if (!row) throw notFound('idea');
  return row;
};

/** The number and title of an idea by its id, whatever its state; `null` without one. */
export const ideaNamed = async (db: Reader, id: string | null): Promise<Pick<Idea, 'number' | 'title'> | null> => {
  if (!id) return null;
  const [row] = await db.select({ number: ideas.number, title: ideas.title }).from(ideas).where(eq(ideas.id, id));
  return row ?? null;
};

/** Writes an idea, without any fact of its history; `null` when its author sent the same one before. */
export const insertIdea = async (
  tx: Tx,
  idea: Omit<typeof ideas.$inferInsert, 'changedAt'> & { createdAt: Date },
): Promise<Idea | null> => {
  const [row] = await tx
    .insert(ideas)
    .values({ ...idea, changedAt: idea.createdAt })
    .onConflictDoNothing()
    .returning();
  return row ?? null;
};

/** What an author sent with this key before. */
export const ideaByIdempotencyKey = async (db: Reader, authorId: string, key: string): Promise<Idea | null> => {
  const [row] = await db
    .select()
    .from(ideas)
    .where(and(eq(ideas.authorId, authorId), eq(ideas.idempotencyKey, key)));
  return row ?? null;
};

/** Changes what an idea says; what became of it is `recomputeIdea`'s. */
export const updateIdeaWords = async (
  tx: Tx,
  id: string,
  words: Partial<Pick<Idea, 'title' | 'need' | 'why' | 'situation' | 'rhythm'>>,
): Promise<void> => {
  await tx.update(ideas).set(words).where(eq(ideas.id, id));
};

/** Remembers which fact its people were told of last. */
export const markIdeaTold = async (tx: Tx, id: string, eventId: number): Promise<void> => {
  await tx.update(ideas).set({ toldEventId: eventId }).where(eq(ideas.id, id));
};

/** A fact as it stands in the history. */
export type KeptIdeaEvent = IdeaEvent & { id: number };

/** An idea's history, oldest first. */
export const ideaHistory = async (db: Reader, ideaId: string): Promise<KeptIdeaEvent[]> => {
  const rows = await db.select().from(ideaEvents).where(eq(ideaEvents.ideaId, ideaId)).orderBy(asc(ideaEvents.id));
  return rows.map(
    ({ id, at, actorId, kind, data }) => ({ id, at: at.getTime(), actorId, kind, data }) as KeptIdeaEvent,
  );
};

/** Adds a fact to an idea's history; the caller recomputes the row. Answers the fact's id. */
export const appendIdeaEvent = async (tx: Tx, ideaId: string, { at, ...event }: IdeaEvent): Promise<number> => {
  const [row] = await tx
    .insert(ideaEvents)
    .values({ ideaId, ...event, at: new Date(at) })
    .returning({ id: ideaEvents.id });
  if (!row) throw new Error('a fact was not written');
  return row.id;
};

const instantOf = (at: number | null): Date | null => (at === null ? null : new Date(at));

/** Writes the cached columns of an idea from its history: the only function that may. Called after every fact. */
export const recomputeIdea = async (tx: Tx, ideaId: string): Promise<Idea> => {
  const facts = foldIdea(await ideaHistory(tx, ideaId));
  const [row] = await tx
    .update(ideas)
    .set({
      state: facts.state,
      readAt: instantOf(facts.readAt),
      publishedAt: instantOf(facts.publishedAt),
      themeId: facts.themeId,
      reason: facts.reason,
      mergedIntoId: facts.mergedIntoId,
      changedAt: new Date(facts.changedAt),
    })
    .where(eq(ideas.id, ideaId))
    .returning();
  if (!row) throw new Error('an idea vanished inside its transaction');
  return row;
};

/** Takes the lock under which ideas are merged, so that no two of them end up in each other; held until the transaction ends. */
export const holdMerging = async (tx: Tx): Promise<void> => {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('ideas.merging'))`);
};
