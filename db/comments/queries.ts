import { and, asc, count, desc, eq, gt, inArray, isNull, type SQL, sql } from 'drizzle-orm';
import type { Actor } from '@/domain/access/actor';
import { type CommentSettings, DEFAULT_COMMENT_SETTINGS } from '@/domain/comments/rules';
import {
  type CommentEventKind,
  type CommentFact,
  type CommentStatus,
  type ReportReason,
  statusAfter,
} from '@/domain/comments/status';
import type { Locale } from '@/domain/people/locale';
import { notFound } from '@/domain/refusal';
import type { Reader, Tx } from '../client';
import { settings } from '../kernel/schema';
import { users } from '../people/schema';
import { commentEvents, commentReports, commentStops, comments } from './schema';
import { commentVisibility } from './visibility';

export type Comment = typeof comments.$inferSelect;

/** The article in one language: what a comment is about. */
export type CommentedArticle = { articleKey: string; locale: Locale };

/** What is told of who wrote a comment. */
export const AUTHOR = { name: users.name, publicName: users.publicName };

/** Whether a comment is about an article. */
export const about = ({ articleKey, locale }: CommentedArticle): SQL | undefined =>
  and(eq(comments.articleKey, articleKey), eq(comments.locale, locale));

/** One comment that the actor may see. Throws `not-found`. */
export const visibleComment = async (db: Reader, actor: Actor, id: string): Promise<Comment> => {
  const [comment] = await db
    .select()
    .from(comments)
    .where(and(eq(comments.id, id), commentVisibility(actor)));
  if (!comment) throw notFound('comment');
  return comment;
};

/** The same, its row held until the transaction ends. */
export const visibleCommentForUpdate = async (tx: Tx, actor: Actor, id: string): Promise<Comment> => {
  const [comment] = await tx
    .select()
    .from(comments)
    .where(and(eq(comments.id, id), commentVisibility(actor)))
    .for('update');
  if (!comment) throw notFound('comment');
  return comment;
};

/** What a person wrote under an article, newest first. */
export const ownComments = async (db: Reader, article: CommentedArticle, authorId: string): Promise<Comment[]> =>
  db
    .select()
    .from(comments)
    .where(and(about(article), eq(comments.authorId, authorId)))
    .orderBy(desc(comments.createdAt))
    .limit(100);

/** Writes a comment; `null` when its author sent it before under the same key. */
export const insertComment = async (tx: Tx, comment: typeof comments.$inferInsert): Promise<Comment | null> => {
  const [row] = await tx.insert(comments).values(comment).onConflictDoNothing().returning();
  return row ?? null;
};

/** The comment that a person sent under this key. */
export const commentByIdempotencyKey = async (tx: Tx, authorId: string, key: string): Promise<Comment | null> => {
  const [row] = await tx
    .select()
    .from(comments)
    .where(and(eq(comments.authorId, authorId), eq(comments.idempotencyKey, key)));
  return row ?? null;
};

/** Changes facts of a comment other than its status. */
export const updateComment = async (
  tx: Tx,
  id: string,
  facts: Partial<Omit<typeof comments.$inferInsert, 'id' | 'status'>>,
): Promise<void> => {
  await tx.update(comments).set(facts).where(eq(comments.id, id));
};

/** Adds a fact to the history of a comment. */
export const appendCommentEvent = async (
  tx: Tx,
  commentId: string,
  event: { kind: CommentEventKind; actorId: string | null; data?: Record<string, unknown>; at: Date },
): Promise<void> => {
  await tx.insert(commentEvents).values({ commentId, data: {}, ...event });
};

const DECISIONS: readonly CommentEventKind[] = ['approved', 'rejected', 'marked-spam', 'requeued'];

/** Writes the status of a comment from its history; the only function that does. Answers the status. */
export const recomputeComment = async (tx: Tx, id: string): Promise<CommentStatus> => {
  const events = await tx
    .select({ kind: commentEvents.kind, at: commentEvents.at })
    .from(commentEvents)
    .where(eq(commentEvents.commentId, id))
    .orderBy(asc(commentEvents.id));
  const status = statusAfter(events.map((event) => event.kind));
  const decidedAt = events.filter((event) => DECISIONS.includes(event.kind)).at(-1)?.at ?? null;
  await tx.update(comments).set({ status, decidedAt }).where(eq(comments.id, id));
  return status;
};

/** The history of a comment, oldest fact first. */
export const commentFacts = async (tx: Tx, id: string): Promise<CommentFact[]> => {
  const events = await tx
    .select({ kind: commentEvents.kind, data: commentEvents.data, by: commentEvents.actorId })
    .from(commentEvents)
    .where(eq(commentEvents.commentId, id))
    .orderBy(asc(commentEvents.id));
  return events.map(({ kind, data, by }) => ({ kind, back: data.back === true, by }));
};

/** How many of a person's comments stand where. */
export const standingOf = async (db: Reader, authorId: string): Promise<Partial<Record<CommentStatus, number>>> => {
  const rows = await db
    .select({ status: comments.status, total: count() })
    .from(comments)
    .where(eq(comments.authorId, authorId))
    .groupBy(comments.status);
  return Object.fromEntries(rows.map((row) => [row.status, row.total]));
};

/** Writes what a reader reports; `false` when they did before. */
export const insertReport = async (
  tx: Tx,
  report: { commentId: string; reporterId: string; reason: ReportReason; words: string | null; at: Date },
): Promise<boolean> => {
  const rows = await tx.insert(commentReports).values(report).onConflictDoNothing().returning();
  if (rows.length === 0) return false;
  await tx
    .update(comments)
    .set({ openReports: sql`${comments.openReports} + 1` })
    .where(eq(comments.id, report.commentId));
  return true;
};

/** A moderator has looked at the reports of a comment. */
export const closeReports = async (tx: Tx, commentId: string, now: Date): Promise<void> => {
  await tx
    .update(commentReports)
    .set({ seenAt: now })
    .where(and(eq(commentReports.commentId, commentId), isNull(commentReports.seenAt)));
  await tx.update(comments).set({ openReports: 0 }).where(eq(comments.id, commentId));
};

/** What some comments answer, by id. */
export const bodiesOf = async (db: Reader, ids: readonly string[]): Promise<Map<string, string>> => {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ id: comments.id, bodyText: comments.bodyText })
    .from(comments)
    .where(inArray(comments.id, [...ids]));
  return new Map(rows.map((row) => [row.id, row.bodyText]));
};

/** Person and address behind a comment, for mails. */
export const authorOf = async (db: Reader, authorId: string) => {
  const [author] = await db
    .select({
      id: users.id,
      name: users.name,
      email: users.email,
      locale: users.locale,
      publicName: users.publicName,
      deactivatedAt: users.deactivatedAt,
    })
    .from(users)
    .where(eq(users.id, authorId));
  if (!author) throw new Error('a comment without an author');
  return author;
};

/** Whether a person has stopped the mails of a thread. */
export const hasStopped = async (db: Reader, userId: string, threadId: string): Promise<boolean> => {
  const rows = await db
    .select({ at: commentStops.at })
    .from(commentStops)
    .where(and(eq(commentStops.userId, userId), eq(commentStops.threadId, threadId)));
  return rows.length > 0;
};

/** Stops the mails of a thread for a person, or lets them come again. */
export const setStopped = async (
  tx: Tx,
  userId: string,
  threadId: string,
  change: { stopped: boolean; now: Date },
): Promise<void> => {
  if (change.stopped) {
    await tx.insert(commentStops).values({ userId, threadId, at: change.now }).onConflictDoNothing();
    return;
  }
  await tx.delete(commentStops).where(and(eq(commentStops.userId, userId), eq(commentStops.threadId, threadId)));
};

const SETTINGS_KEY = 'comments';

/** What moderators decided for the whole site. */
export const commentSettings = async (db: Reader): Promise<CommentSettings> => {
  const [row] = await db.select().from(settings).where(eq(settings.key, SETTINGS_KEY));
  return { ...DEFAULT_COMMENT_SETTINGS, ...((row?.value ?? {}) as Partial<CommentSettings>) };
};

/** Writes what moderators decided for the whole site. */
export const saveCommentSettings = async (tx: Tx, value: CommentSettings, now: Date): Promise<void> => {
  await tx
    .insert(settings)
    .values({ key: SETTINGS_KEY, value, updatedAt: now })
    .onConflictDoUpdate({ target: settings.key, set: { value, updatedAt: now } });
};

/** When a person last wrote the very same words under an article since an instant: people press twice. */
export const wroteTheSame = async (
  db: Reader,
  article: CommentedArticle,
  wrote: { authorId: string; bodyText: string; since: Date },
): Promise<boolean> => {
  const rows = await db
    .select({ id: comments.id })
    .from(comments)
    .where(
      and(
        about(article),
        eq(comments.authorId, wrote.authorId),
        eq(comments.bodyText, wrote.bodyText),
        gt(comments.createdAt, wrote.since),
      ),
    );
  return rows.length > 0;
};
