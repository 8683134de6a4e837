import { and, count, eq } from 'drizzle-orm';
import { notFound } from '@/domain/refusal';
import type { Reader, Tx } from '../client';
import { ticketEvents } from './schema';
import { undoSteps } from './undo-schema';

export type UndoStep = typeof undoSteps.$inferSelect;

/** How many facts the history of a request has; the next one has this place. */
export const countTicketEvents = async (db: Reader, ticketId: string): Promise<number> => {
  const [row] = await db.select({ total: count() }).from(ticketEvents).where(eq(ticketEvents.ticketId, ticketId));
  return row?.total ?? 0;
};

/** Keeps what it takes to undo an act and answers the id by which its author names it. */
export const insertUndoStep = async (tx: Tx, step: typeof undoSteps.$inferInsert): Promise<string> => {
  const [row] = await tx.insert(undoSteps).values(step).returning({ id: undoSteps.id });
  if (!row) throw new Error('an insert answered no row');
  return row.id;
};

/** An act of this person by its id; `null` where there is none of theirs. */
export const findUndoStep = async (db: Reader, id: string, userId: string): Promise<UndoStep | null> => {
  const [row] = await db
    .select()
    .from(undoSteps)
    .where(and(eq(undoSteps.id, id), eq(undoSteps.userId, userId)));
  return row ?? null;
};

/** The same; throws `not-found` where there is none of theirs. */
export const ownUndoStep = async (db: Reader, id: string, userId: string): Promise<UndoStep> => {
  const step = await findUndoStep(db, id, userId);
  if (!step) throw notFound('undo');
  return step;
};

/** The same, its row held until the transaction ends, so that an act is taken back once. */
export const ownUndoStepForUpdate = async (tx: Tx, id: string, userId: string): Promise<UndoStep> => {
  const [row] = await tx
    .select()
    .from(undoSteps)
    .where(and(eq(undoSteps.id, id), eq(undoSteps.userId, userId)))
    .for('update');
  if (!row) throw notFound('undo');
  return row;
};

/** A step by its id, its row held until the transaction ends, whoever it belongs to; `null` when it is gone. */
export const stepForUpdate = async (tx: Tx, id: string): Promise<UndoStep | null> => {
  const [row] = await tx.select().from(undoSteps).where(eq(undoSteps.id, id)).for('update');
  return row ?? null;
};

/** Notes that an act was taken back. */
export const markUndone = async (tx: Tx, id: string, now: Date): Promise<void> => {
  await tx.update(undoSteps).set({ usedAt: now }).where(eq(undoSteps.id, id));
};
