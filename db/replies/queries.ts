import { and, asc, eq, or, sql } from 'drizzle-orm';
import { notFound } from '@/domain/refusal';
import type { Reader, Tx } from '../client';
import { cut, type Part, pageOf } from '../keyset';
import { holds } from '../people/read-alike';
import { remembered } from '../remembered';
import { teamMembers } from '../teams/schema';
import { cannedReplies } from './schema';

export type CannedReply = typeof cannedReplies.$inferSelect;

/** A place among canned replies. */
type ReplyPlace = [title: string, id: string];

const title = sql`lower(${cannedReplies.title})`;

const BY_TITLE = {
  by: [title, cannedReplies.id],
  bounds: ([at, id]: ReplyPlace) => [sql`lower(${at})`, sql`${id}::uuid`],
};

const titled = (text: string | undefined) => (text ? holds(sql`${cannedReplies.title}`, text) : undefined);

/** All canned replies by title; `text` is a piece of it. */
export const listReplies = async (db: Reader, text: string | undefined, part: Part<ReplyPlace>) => {
  const { where, orderBy, limit } = cut(BY_TITLE, part);
  const rows = await db
    .select()
    .from(cannedReplies)
    .where(and(titled(text), where))
    .orderBy(...orderBy)
    .limit(limit);
  return pageOf(rows, part, (row): ReplyPlace => [row.title, row.id]);
};

/** Those that somebody of the desk may use: everybody's, and those of their own teams. */
const usableBy = (userId: string) =>
  or(
    sql`${cannedReplies.teamId} is null`,
    sql`${cannedReplies.teamId} in (select ${teamMembers.teamId} from ${teamMembers} where ${teamMembers.userId} = ${userId})`,
  );

/** The canned replies that somebody of the desk may use, by title, at most `limit`; `text` is a piece of it. */
export const repliesFor = async (
  db: Reader,
  userId: string,
  text: string | undefined,
  limit: number,
): Promise<readonly CannedReply[]> => {
  const read = async () =>
    db
      .select()
      .from(cannedReplies)
      .where(and(usableBy(userId), titled(text)))
      .orderBy(asc(title), asc(cannedReplies.id))
      .limit(limit);
  // Each page of the desk offers the first of them.
  return text ? read() : remembered('house', `replies for ${userId}, ${limit}`, db, read);
};

/** One canned reply that somebody of the desk may use; `null` where it is gone, or was never theirs. */
export const replyFor = async (db: Reader, userId: string, id: string): Promise<CannedReply | null> => {
  const [row] = await db
    .select()
    .from(cannedReplies)
    .where(and(usableBy(userId), eq(cannedReplies.id, id)));
  return row ?? null;
};

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
