import { and, asc, count, desc, eq, inArray, isNotNull, isNull, type SQL, sql } from 'drizzle-orm';
import { IDEA_STATES, type IdeaState, type IdeaView, statesOfView } from '@/domain/ideas/states';
import type { Reader } from '../client';
import { cut, instantBound, type Part, pageOf } from '../keyset';
import { holds } from '../people/read-alike';
import { organisations, users } from '../people/schema';
import { ideas } from './schema';

const SHOWN = {
  id: ideas.id,
  number: ideas.number,
  title: ideas.title,
  need: ideas.need,
  locale: ideas.locale,
  state: ideas.state,
  votes: ideas.votes,
  authorId: ideas.authorId,
  createdAt: ideas.createdAt,
  publishedAt: ideas.publishedAt,
  changedAt: ideas.changedAt,
};

/** Ideas that hold a piece of text in what they say, accents or not. */
const holding = (text: string | undefined): SQL | undefined =>
  text ? holds(sql`${ideas.title} || ' ' || ${ideas.need}`, text) : undefined;

/** A place among published ideas: how many support the last one (or when it was published, epoch ms), and its number. */
export type IdeaPlace = [rank: number, number: number];

/** What everybody sees of a view: published ideas that stand for themselves, most supported or newest first. */
export const listIdeas = async (
  db: Reader,
  { view, text }: { view: IdeaView; text?: string | undefined },
  part: Part<IdeaPlace>,
) => {
  const byVotes = view !== 'recent';
  const { where, orderBy, limit } = cut(
    {
      by: [byVotes ? ideas.votes : ideas.publishedAt, ideas.number],
      falls: true,
      bounds: ([rank, number]) => [byVotes ? sql`${rank}::integer` : instantBound(rank), sql`${number}::integer`],
    },
    part,
  );
  const rows = await db
    .select(SHOWN)
    .from(ideas)
    .where(
      and(
        isNotNull(ideas.publishedAt),
        isNull(ideas.mergedIntoId),
        inArray(ideas.state, [...statesOfView(view)]),
        holding(text),
        where,
      ),
    )
    .orderBy(...orderBy)
    .limit(limit);
  return pageOf(
    rows,
    part,
    ({ votes, publishedAt, number }): IdeaPlace => [byVotes ? votes : (publishedAt?.getTime() ?? 0), number],
  );
};

/** A place in the review queue: when the last one was sent (epoch ms), and its number. */
export type QueuePlace = [at: number, number: number];

/** Ideas in a state for the product team, oldest first, with who sent them; those that go on in another one are left out. */
export const listForReview = async (
  db: Reader,
  { state, text }: { state: IdeaState; text?: string | undefined },
  part: Part<QueuePlace>,
) => {
  const { where, orderBy, limit } = cut(
    {
      by: [ideas.createdAt, ideas.number],
      bounds: ([at, number]) => [instantBound(at), sql`${number}::integer`],
    },
    part,
  );
  const rows = await db
    .select({ ...SHOWN, author: users.name, organisation: organisations.name })
    .from(ideas)
    .leftJoin(users, eq(users.id, ideas.authorId))
    .leftJoin(organisations, eq(organisations.id, ideas.organisationId))
    .where(and(eq(ideas.state, state), isNull(ideas.mergedIntoId), holding(text), where))
    .orderBy(...orderBy)
    .limit(limit);
  return pageOf(rows, part, ({ createdAt, number }): QueuePlace => [createdAt.getTime(), number]);
};

/** How many ideas stand in each state; those that go on in another one are left out. */
export const countByState = async (db: Reader): Promise<Record<IdeaState, number>> => {
  const rows = await db
    .select({ state: ideas.state, total: count() })
    .from(ideas)
    .where(isNull(ideas.mergedIntoId))
    .groupBy(ideas.state);
  const totals = new Map(rows.map(({ state, total }) => [state, total]));
  return Object.fromEntries(IDEA_STATES.map((state) => [state, totals.get(state) ?? 0])) as Record<IdeaState, number>;
};

/** So many of one's own are shown. */
const MOST_OWN = 100;

/** What somebody proposed, newest first; 100 at most. */
export const ideasOf = async (db: Reader, authorId: string) =>
  db
    .select(SHOWN)
    .from(ideas)
    .where(eq(ideas.authorId, authorId))
    .orderBy(desc(ideas.createdAt), desc(ideas.number))
    .limit(MOST_OWN);

/** The ideas that a theme gathers, most supported first; published ones that stand for themselves, 100 at most. */
export const ideasOfTheme = async (db: Reader, themeId: string) =>
  db
    .select({ number: ideas.number, title: ideas.title, locale: ideas.locale, state: ideas.state, votes: ideas.votes })
    .from(ideas)
    .where(and(eq(ideas.themeId, themeId), isNotNull(ideas.publishedAt), isNull(ideas.mergedIntoId)))
    .orderBy(desc(ideas.votes), asc(ideas.number))
    .limit(MOST_OWN);

/** All that readers may find, for the search index. */
export const publishedIdeas = async (db: Reader): Promise<(typeof ideas.$inferSelect)[]> =>
  db
    .select()
    .from(ideas)
    .where(and(isNotNull(ideas.publishedAt), isNull(ideas.mergedIntoId)))
    .orderBy(asc(ideas.number));
