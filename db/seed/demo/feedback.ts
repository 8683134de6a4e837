import { createHash } from 'node:crypto';
import { frenchTypography } from '@/domain/articles/typography';
import { articleVoteEvents, articleVotes } from '../../articles/schema';
import type { Tx } from '../../client';
import type { DemoCast } from './cast';
import { DEMO_LIKINGS, DEMO_REASONS, type DemoLiking } from './feedback-words';

const DAY = 86_400_000;
const WEEKS = 14;

type Row = typeof articleVotes.$inferInsert;

/** A reader nobody knows: the demo's are told apart by a number. */
const readerHash = (name: string): string => createHash('sha256').update(`demo ${name}`).digest('hex');

/** The same figures in each installation: ten readers in a row vote as the liking says, spread over the week. */
const votesOf = (liking: DemoLiking, now: Date): Row[] => {
  const rows: Row[] = [];
  for (let week = WEEKS - 1; week >= 0; week -= 1) {
    const { turned } = liking;
    const mood = turned && week < turned.weeksAgo ? turned : liking;
    for (let count = 0; count < liking.weekly; count += 1) {
      const number = rows.length;
      const place = (number * 7) % 10;
      const verdict = place < mood.yes ? 'yes' : place < mood.yes + mood.partly ? 'partly' : 'no';
      const ago = week * 7 + ((count * 3) % 7) + ((number * 5) % 24) / 24 + 0.05;
      const votedAt = new Date(now.getTime() - ago * DAY);
      const name = `${liking.article} ${liking.locale} ${number}`;
      rows.push({
        articleKey: liking.article,
        locale: liking.locale,
        readerHash: readerHash(name),
        verdict,
        createdAt: votedAt,
        votedAt,
      });
    }
  }
  return rows;
};

const reasonsOf = (cast: DemoCast, now: Date): Row[] =>
  DEMO_REASONS.map(({ article, daysAgo, handledDaysAgo, words, ...said }, index) => {
    const votedAt = new Date(now.getTime() - daysAgo * DAY - ((index * 3) % 9) * 3_600_000);
    return {
      ...said,
      articleKey: article,
      words: words === undefined || said.locale === 'en' ? (words ?? null) : frenchTypography(words),
      readerHash: readerHash(`reason ${index}`),
      createdAt: votedAt,
      votedAt,
      ...(handledDaysAgo === undefined
        ? {}
        : { handledAt: new Date(now.getTime() - handledDaysAgo * DAY), handledBy: cast.people.ines }),
    };
  });

/** Writes what the demo's readers said of its articles over some weeks, with their reasons. */
export const seedFeedback = async (tx: Tx, cast: DemoCast, now: Date): Promise<void> => {
  const rows = [...DEMO_LIKINGS.flatMap((liking) => votesOf(liking, now)), ...reasonsOf(cast, now)];
  const written = await tx
    .insert(articleVotes)
    .values(rows)
    .returning({ voteId: articleVotes.id, verdict: articleVotes.verdict, at: articleVotes.votedAt });
  await tx
    .insert(articleVoteEvents)
    .values(written.map((vote) => ({ ...vote, kind: 'voted' as const, actorId: null })));
};
