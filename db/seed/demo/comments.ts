import { frenchTypography } from '@/domain/articles/typography';
import type { CommentEventKind } from '@/domain/comments/status';
import type { Tx } from '../../client';
import { makeComment } from '../../comments/factory';
import { appendCommentEvent, insertReport, updateComment } from '../../comments/queries';
import type { DemoCast } from './cast';
import { DEMO_COMMENTS, type DemoComment } from './comment-words';

const DAY = 86_400_000;

type Told = Omit<DemoComment, 'answers'>;

const DECISION = { approved: 'approved', spam: 'marked-spam' } as const;

const kindOf = (became: Told['became']): CommentEventKind | null => {
  if (became === undefined) return null;
  return typeof became === 'string' ? DECISION[became] : 'rejected';
};

const seedOne = async (tx: Tx, cast: DemoCast, told: Told, parentId: string | null, now: Date): Promise<string> => {
  const at = new Date(now.getTime() - told.daysAgo * DAY - (told.text.length % 11) * 3_600_000);
  const decidedAt = new Date(Math.min(at.getTime() + 5 * 3_600_000, now.getTime() - 60_000));
  const staff = cast.staff.has(told.by);
  const kind = kindOf(told.became);
  const decision = kind && { kind, actorId: staff ? null : cast.people.ines, at: staff ? at : decidedAt };
  const comment = await makeComment(
    tx,
    {
      articleKey: told.article,
      locale: told.locale,
      parentId,
      authorId: cast.people[told.by],
      staff,
      bodyText: told.locale === 'fr' ? frenchTypography(told.text) : told.text,
      createdAt: at,
    },
    decision ? [decision] : [],
  );
  if (typeof told.became === 'object') {
    const { rejected, words } = told.became;
    await updateComment(tx, comment.id, { rejection: rejected, rejectionWords: words ?? null });
  }
  if (told.reported) {
    const { by, reason, words } = told.reported;
    const reportedAt = new Date(now.getTime() - DAY);
    const reporterId = cast.people[by];
    await insertReport(tx, { commentId: comment.id, reporterId, reason, words: words ?? null, at: reportedAt });
    const event = { kind: 'reported' as const, actorId: reporterId, data: { reason }, at: reportedAt };
    await appendCommentEvent(tx, comment.id, event);
  }
  return comment.id;
};

/** Writes what the demo's people say about its articles: some of it answered, some still waiting for a moderator. */
export const seedComments = async (tx: Tx, cast: DemoCast, now: Date): Promise<void> => {
  for (const { answers = [], ...told } of DEMO_COMMENTS) {
    const { article, locale } = told;
    const rootId = await seedOne(tx, cast, told, null, now);
    for (const answer of answers) await seedOne(tx, cast, { article, locale, ...answer }, rootId, now);
  }
};
