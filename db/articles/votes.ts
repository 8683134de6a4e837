import { and, eq, gte, inArray, isNotNull, isNull, or, type SQL, sql } from 'drizzle-orm';
import type { FeedbackReason, Tally, Verdict } from '@/domain/articles/feedback';
import type { VoteEventKind } from '@/domain/articles/vote-events';
import type { Locale } from '@/domain/people/locale';
import { notFound } from '@/domain/refusal';
import type { Reader, Tx } from '../client';
import { cut, instantBound, type Part, pageOf } from '../keyset';
import { articleVoteEvents, articleVotes } from './schema';

export type Vote = typeof articleVotes.$inferSelect;

/** The article in one language: what a vote is about. */
export type VotedArticle = { articleKey: string; locale: Locale };
/** Whose vote: the person's, the one behind the hash of a cookie, or either for a person who voted before signing in. */
export type Voter = { userId: string | null; readerHash: string | null };

const about = ({ articleKey, locale }: VotedArticle): SQL | undefined =>
  and(eq(articleVotes.articleKey, articleKey), eq(articleVotes.locale, locale));

const by = ({ userId, readerHash }: Voter): SQL =>
  or(
    userId ? eq(articleVotes.userId, userId) : undefined,
    readerHash ? eq(articleVotes.readerHash, readerHash) : undefined,
  ) ?? sql`false`;

/** What this reader said of an article, the person's own vote before the one of their cookie. */
export const voteOf = async (db: Reader, article: VotedArticle, voter: Voter): Promise<Vote | null> => {
  const [vote] = await db
    .select()
    .from(articleVotes)
    .where(and(about(article), by(voter)))
    .orderBy(sql`${articleVotes.userId} is null`)
    .limit(1);
  return vote ?? null;
};

type Said = { verdict: Verdict; reason: FeedbackReason | null; words: string | null };

/** Adds a fact to the history of a vote. */
export const appendVoteEvent = async (
  tx: Tx,
  event: { voteId: string; kind: VoteEventKind; verdict: Verdict; actorId: string | null; at: Date },
): Promise<void> => {
  await tx.insert(articleVoteEvents).values(event);
};

/**
 * Writes a reader's first vote on an article; `null` when they have one already. The person's vote is kept under the
 * account, anybody else's under the hash.
 */
export const insertVote = async (
  tx: Tx,
  article: VotedArticle,
  voter: Voter,
  said: Said,
  now: Date,
): Promise<Vote | null> => {
  const readerHash = voter.userId ? null : voter.readerHash;
  const [vote] = await tx
    .insert(articleVotes)
    .values({ ...article, ...said, userId: voter.userId, readerHash, createdAt: now, votedAt: now })
    .onConflictDoNothing()
    .returning();
  return vote ?? null;
};

/** Changes what a reader says. A vote of a cookie becomes the person's once they are known. */
export const changeVote = async (tx: Tx, vote: Vote, voter: Voter, said: Said, now: Date): Promise<void> => {
  const told = said.verdict !== vote.verdict || said.reason !== vote.reason || said.words !== vote.words;
  await tx
    .update(articleVotes)
    .set({
      ...said,
      ...(voter.userId ? { userId: voter.userId, readerHash: null } : {}),
      ...(said.verdict === vote.verdict ? {} : { votedAt: now }),
      ...(told ? { handledAt: null, handledBy: null } : {}),
    })
    .where(eq(articleVotes.id, vote.id));
};

/** Holds a vote until the transaction ends. Throws `not-found`. */
export const voteForUpdate = async (tx: Tx, id: string): Promise<Vote> => {
  const [vote] = await tx.select().from(articleVotes).where(eq(articleVotes.id, id)).for('update');
  if (!vote) throw notFound('vote');
  return vote;
};

/** Says who dealt with a reason and when, or that nobody did. */
export const markHandled = async (tx: Tx, id: string, handled: { by: string; at: Date } | null): Promise<void> => {
  await tx
    .update(articleVotes)
    .set({ handledAt: handled?.at ?? null, handledBy: handled?.by ?? null })
    .where(eq(articleVotes.id, id));
};

const hasReason = or(isNotNull(articleVotes.reason), isNotNull(articleVotes.words));

/** What narrows the votes: from an instant on, one language, some articles. */
export type VoteFilter = {
  since?: Date | undefined;
  locale?: Locale | undefined;
  articleKeys?: readonly string[] | undefined;
};

const conditions = ({ since, locale, articleKeys }: VoteFilter): SQL | undefined =>
  and(
    since ? gte(articleVotes.votedAt, since) : undefined,
    locale ? eq(articleVotes.locale, locale) : undefined,
    articleKeys
      ? articleKeys.length > 0
        ? inArray(articleVotes.articleKey, [...articleKeys])
        : sql`false`
      : undefined,
  );

const total = (verdict: Verdict) => sql<number>`count(*) filter (where ${articleVotes.verdict} = ${verdict})::int`;

/** The votes of each article and language, with how many reasons nobody has dealt with yet. */
export const tallies = async (
  db: Reader,
  filter: VoteFilter,
): Promise<(VotedArticle & { tally: Tally; open: number })[]> => {
  const rows = await db
    .select({
      articleKey: articleVotes.articleKey,
      locale: articleVotes.locale,
      yes: total('yes'),
      partly: total('partly'),
      no: total('no'),
      open: sql<number>`count(*) filter (where ${hasReason} and ${articleVotes.handledAt} is null)::int`,
    })
    .from(articleVotes)
    .where(conditions(filter))
    .groupBy(articleVotes.articleKey, articleVotes.locale);
  return rows.map(({ yes, partly, no, ...row }) => ({ ...row, tally: { yes, partly, no } }));
};

/**
 * The votes by week, oldest first; `week` is the Monday (`2026-11-16`) in a time zone. Weeks without a vote have no row.
 */
export const weeklyTallies = async (
  db: Reader,
  filter: VoteFilter,
  timeZone: string,
): Promise<{ week: string; tally: Tally }[]> => {
  const week = sql<string>`to_char(date_trunc('week', ${articleVotes.votedAt} at time zone ${timeZone}::text), 'YYYY-MM-DD')`;
  const rows = await db
    .select({ week, yes: total('yes'), partly: total('partly'), no: total('no') })
    .from(articleVotes)
    .where(conditions(filter))
    .groupBy(sql`1`)
    .orderBy(sql`1`);
  return rows.map(({ week: monday, ...tally }) => ({ week: monday, tally }));
};

/** A place among reasons: whether nobody dealt with it, when it was given (epoch milliseconds), and the vote's id. */
type ReasonPlace = [open: boolean, at: number, id: string];

const OPEN_FIRST = {
  by: [sql`(${articleVotes.handledAt} is null)`, articleVotes.votedAt, articleVotes.id],
  falls: true,
  bounds: ([open, at, id]: ReasonPlace) => [sql`${open}::boolean`, instantBound(at), sql`${id}::uuid`],
};

/** Reasons readers gave, those that nobody dealt with first, then newest first. */
export const reasonsOf = async (db: Reader, filter: VoteFilter, part: Part<ReasonPlace>) => {
  const { where, orderBy, limit } = cut(OPEN_FIRST, part);
  const rows = await db
    .select()
    .from(articleVotes)
    .where(and(conditions(filter), hasReason, where))
    .orderBy(...orderBy)
    .limit(limit);
  return pageOf(rows, part, ({ handledAt, votedAt, id }): ReasonPlace => [handledAt === null, votedAt.getTime(), id]);
};

/** How many reasons nobody has dealt with yet, in all. */
export const countOpenReasons = async (db: Reader): Promise<number> => {
  const rows = await db
    .select({ total: sql<number>`count(*)::int` })
    .from(articleVotes)
    .where(and(hasReason, isNull(articleVotes.handledAt)));
  return rows[0]?.total ?? 0;
};
