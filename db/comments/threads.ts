import { and, asc, count, eq, exists, isNull, lt, or, type SQL, sql } from 'drizzle-orm';
import { type AnyPgColumn, alias } from 'drizzle-orm/pg-core';
import type { Actor } from '@/domain/access/actor';
import type { Reader } from '../client';
import { cut, instantBound, type Part, pageOf } from '../keyset';
import { users } from '../people/schema';
import { AUTHOR, about, type CommentedArticle } from './queries';
import { comments } from './schema';

const others = alias(comments, 'others');

/** What the rule below looks at, of a comment or of one beside it. */
type Looked = { status: AnyPgColumn; authorId: AnyPgColumn };

/**
 * What the page of an article shows of its comments: what is approved, and one's own that waits. Narrower than what a person
 * may see (`commentVisibility`): moderators read the page as everybody does, what waits is in their queue.
 */
const isRead = (actor: Actor, { status, authorId }: Looked): SQL => {
  const approved = eq(status, 'approved');
  const own = actor.kind === 'user' ? and(eq(status, 'waiting'), eq(authorId, actor.id)) : undefined;
  return or(approved, own) ?? approved;
};

/** A first comment stands while it is read, and as an empty place while something answers it. */
const isThread = (db: Reader, actor: Actor): SQL | undefined => {
  const answers = db
    .select({ one: sql`1` })
    .from(others)
    .where(and(eq(others.parentId, comments.id), isRead(actor, others)));
  return and(
    isNull(comments.parentId),
    or(isRead(actor, comments), and(eq(comments.status, 'erased'), exists(answers))),
  );
};

const withAuthor = (db: Reader) =>
  db.select({ comment: comments, author: AUTHOR }).from(comments).innerJoin(users, eq(comments.authorId, users.id));

/** A place among the threads of an article, or the answers of one: when a comment was written, in epoch milliseconds, and its id. */
export type ThreadPlace = [at: number, id: string];

const OLDEST_FIRST = {
  by: [comments.createdAt, comments.id],
  bounds: ([at, id]: ThreadPlace) => [instantBound(at), sql`${id}::uuid`],
};

const placeOf = ({ comment }: { comment: typeof comments.$inferSelect }): ThreadPlace => [
  comment.createdAt.getTime(),
  comment.id,
];

/** The first answers of some threads, so many of each, oldest first. */
const firstAnswers = (db: Reader, actor: Actor, threadIds: readonly string[], size: number) => {
  const first = db
    .select({ id: others.id })
    .from(others)
    .where(and(sql`${others.parentId} = thread.id`, isRead(actor, others)))
    .orderBy(asc(others.createdAt), asc(others.id))
    .limit(size);
  // Each thread is read from its beginning and no further: one may have thousands of answers.
  const threads = sql`jsonb_array_elements_text(${JSON.stringify(threadIds)}::jsonb) wanted(id), lateral (select wanted.id::uuid as id) thread`;
  return withAuthor(db)
    .where(sql`${comments.id} in (select early.id from ${threads}, lateral ${first} early)`)
    .orderBy(asc(comments.createdAt), asc(comments.id));
};

/**
 * A part of an article's threads as this actor reads them, with authors, oldest first: first comments, then the first
 * `answers` of what answers each, and one more where there are more.
 */
export const threadsOn = async (
  db: Reader,
  actor: Actor,
  article: CommentedArticle,
  { answers: most, ...part }: Part<ThreadPlace> & { answers: number },
) => {
  const { where, orderBy, limit } = cut(OLDEST_FIRST, part);
  const firsts = await withAuthor(db)
    .where(and(about(article), isThread(db, actor), where))
    .orderBy(...orderBy)
    .limit(limit);
  const page = pageOf(firsts, part, placeOf);
  const ids = page.rows.map(({ comment }) => comment.id);
  if (ids.length === 0) return page;
  const answers = await firstAnswers(db, actor, ids, most + 1);
  return { ...page, rows: [...page.rows, ...answers] };
};

/** One thread of an article as this actor reads it: its first comment, then a part of what answers it, oldest first; `null` where there is none. */
export const threadOn = async (
  db: Reader,
  actor: Actor,
  article: CommentedArticle,
  { threadId, ...part }: Part<ThreadPlace> & { threadId: string },
) => {
  const [first] = await withAuthor(db).where(and(about(article), isThread(db, actor), eq(comments.id, threadId)));
  if (!first) return null;
  const { where, orderBy, limit } = cut(OLDEST_FIRST, part);
  const answers = await withAuthor(db)
    .where(and(eq(comments.parentId, threadId), isRead(actor, comments), where))
    .orderBy(...orderBy)
    .limit(limit);
  const page = pageOf(answers, part, placeOf);
  return { ...page, rows: [first, ...page.rows] };
};

/** How many comments of an article this actor reads; places of what was erased are none. */
export const countOn = async (db: Reader, actor: Actor, article: CommentedArticle): Promise<number> => {
  const first = db
    .select({ one: sql`1` })
    .from(others)
    .where(and(eq(others.id, comments.parentId), or(isRead(actor, others), eq(others.status, 'erased'))));
  const [row] = await db
    .select({ total: count() })
    .from(comments)
    .where(and(about(article), isRead(actor, comments), or(isNull(comments.parentId), exists(first))));
  return row?.total ?? 0;
};

/** Comes before every id. */
const NO_ID = '00000000-0000-0000-0000-000000000000';

/**
 * The place just before the thread that a comment belongs to, so that a page begins with it; null where the first page of
 * so many threads (`size`) holds it, and for a comment that is not of this article.
 */
export const placeBefore = async (
  db: Reader,
  actor: Actor,
  article: CommentedArticle,
  { commentId, size }: { commentId: string; size: number },
): Promise<ThreadPlace | null> => {
  const [comment] = await db
    .select({ parentId: comments.parentId, createdAt: comments.createdAt, startedAt: others.createdAt })
    .from(comments)
    .leftJoin(others, eq(others.id, comments.parentId))
    .where(and(about(article), eq(comments.id, commentId)));
  if (!comment) return null;
  const at = comment.startedAt ?? comment.createdAt;
  const earlier = await db
    .select({ id: comments.id })
    .from(comments)
    .where(and(about(article), isThread(db, actor), lt(comments.createdAt, at)))
    .limit(size);
  return earlier.length < size ? null : [at.getTime(), NO_ID];
};

/**
 * The thread whose further answers hold a comment, with the place just before that; null where it stands among the first
 * `size` answers of its thread, and for what answers nothing.
 */
export const placeAmongAnswers = async (
  db: Reader,
  actor: Actor,
  article: CommentedArticle,
  { commentId, size }: { commentId: string; size: number },
): Promise<{ threadId: string; after: ThreadPlace } | null> => {
  const [comment] = await db
    .select({ parentId: comments.parentId, createdAt: comments.createdAt })
    .from(comments)
    .where(and(about(article), eq(comments.id, commentId)));
  if (!comment?.parentId) return null;
  const earlier = await db
    .select({ id: comments.id })
    .from(comments)
    .where(
      and(eq(comments.parentId, comment.parentId), isRead(actor, comments), lt(comments.createdAt, comment.createdAt)),
    )
    .limit(size);
  if (earlier.length < size) return null;
  return { threadId: comment.parentId, after: [comment.createdAt.getTime(), NO_ID] };
};
