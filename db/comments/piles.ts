import { and, asc, count, eq, inArray, isNull, type SQL, sql } from 'drizzle-orm';
import type { CommentStatus } from '@/domain/comments/status';
import type { Reader } from '../client';
import { cut, instantBound, type Part, pageOf } from '../keyset';
import { users } from '../people/schema';
import { AUTHOR } from './queries';
import { commentReports, comments } from './schema';

/** The piles of the queue: the statuses, and what is reported whatever its status. */
export type CommentPile = Exclude<CommentStatus, 'erased'> | 'reported';

const inPile = (pile: CommentPile): SQL =>
  pile === 'reported'
    ? sql`${comments.openReports} > 0 and ${comments.status} in ('waiting', 'approved')`
    : eq(comments.status, pile);

/** A place in a pile: when the comment was written or decided on, in epoch milliseconds, and its id. */
type PilePlace = [at: number, id: string];

/** A pile of the queue with authors: what waits oldest first, what is decided newest first. */
export const commentPile = async (db: Reader, pile: CommentPile, part: Part<PilePlace>) => {
  const waits = pile === 'waiting' || pile === 'reported';
  // Trusted authors are published without a decision.
  const at = waits ? sql`${comments.createdAt}` : sql`coalesce(${comments.decidedAt}, ${comments.createdAt})`;
  const bounds = ([instant, id]: PilePlace) => [instantBound(instant), sql`${id}::uuid`];
  const { where, orderBy, limit } = cut({ by: [at, comments.id], falls: !waits, bounds }, part);
  const rows = await db
    .select({ comment: comments, author: { ...AUTHOR, email: users.email } })
    .from(comments)
    .innerJoin(users, eq(comments.authorId, users.id))
    .where(and(inPile(pile), where))
    .orderBy(...orderBy)
    .limit(limit);
  return pageOf(
    rows,
    part,
    ({ comment: { createdAt, decidedAt, id } }): PilePlace => [((waits ? null : decidedAt) ?? createdAt).getTime(), id],
  );
};

/** How many comments lie on each pile. */
export const countPiles = async (db: Reader): Promise<Record<CommentPile, number>> => {
  const rows = await db.select({ status: comments.status, total: count() }).from(comments).groupBy(comments.status);
  const [reported] = await db.select({ total: count() }).from(comments).where(inPile('reported'));
  const of = (status: CommentStatus) => rows.find((row) => row.status === status)?.total ?? 0;
  return {
    waiting: of('waiting'),
    reported: reported?.total ?? 0,
    approved: of('approved'),
    rejected: of('rejected'),
    spam: of('spam'),
  };
};

/** The reports of some comments that nobody has looked at, with the names of who reported. */
export const openReportsOf = async (db: Reader, commentIds: readonly string[]) =>
  commentIds.length === 0
    ? []
    : db
        .select({
          commentId: commentReports.commentId,
          reason: commentReports.reason,
          words: commentReports.words,
          at: commentReports.at,
          reporter: users.name,
        })
        .from(commentReports)
        .innerJoin(users, eq(commentReports.reporterId, users.id))
        .where(and(inArray(commentReports.commentId, [...commentIds]), isNull(commentReports.seenAt)))
        .orderBy(asc(commentReports.at));
