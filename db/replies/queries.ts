import { asc, eq, or, sql } from 'drizzle-orm';
import { notFound } from '@/domain/refusal';
import type { Reader, Tx } from '../client';
import { remembered } from '../remembered';
import { teamMembers } from '../teams/schema';
import { cannedReplies } from './schema';

export type CannedReply = typeof cannedReplies.$inferSelect;

/** All canned replies by title; 500 at most. */
export const listReplies = async (db: Reader): Promise<CannedReply[]> =>
  db
    .select()
    .from(cannedReplies)
    .orderBy(asc(sql`lower(${cannedReplies.title})`), asc(cannedReplies.id))
    .limit(500);

/** The canned replies that somebody of the desk may use: everybody's, and those of their own teams. */
export const repliesFor = (db: Reader, userId: string): Promise<readonly CannedReply[]> =>
  remembered('house', `replies for ${userId}`, db, async () =>
    db
      .select()
      .from(cannedReplies)
      .where(
        or(
          sql`${cannedReplies.teamId} is null`,
          sql`${cannedReplies.teamId} in (select ${teamMembers.teamId} from ${teamMembers} where ${teamMembers.userId} = ${userId})`,
        ),
      )
      .orderBy(asc(sql`lower(${cannedReplies.title})`), asc(cannedReplies.id))
      .limit(500),
  );

/** A canned reply by its id; throws `not-found`. */
export const replyById = async (db: Reader, id: string): Promise<CannedReply> => {
  const [row] = await db.select().from(cannedReplies).where(eq(cannedReplies.id, id));
  if (!row) throw notFound('cannedReply');
  return row;
};

type ReplyWords = Omit<typeof cannedReplies.$inferInsert, 'id' | 'createdAt'>;

/** Keeps a canned reply and answers its id. */
export const insertReply = async (tx: Tx, reply: ReplyWords): Promise<string> => {
  const [row] = await tx.insert(cannedReplies).values(reply).returning({ id: cannedReplies.id });
  if (!row) throw new Error('an insert answered no row');
  return row.id;
};

/** Changes a canned reply. */
export const updateReply = async (tx: Tx, id: string, reply: ReplyWords): Promise<void> => {
  await tx.update(cannedReplies).set(reply).where(eq(cannedReplies.id, id));
};

/** Takes a canned reply away. */
export const deleteReply = async (tx: Tx, id: string): Promise<void> => {
  await tx.delete(cannedReplies).where(eq(cannedReplies.id, id));
};
