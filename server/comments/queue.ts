import { z } from 'zod';
import { commentPile, countPiles, openReportsOf } from '@/db/comments/piles';
import { bodiesOf } from '@/db/comments/queries';
import { AUDIENCES } from '@/domain/access/grants';
import { MODERATION } from '@/domain/comments/status';
import { query } from '../kernel/action';
import { articleByKey, pathOf } from '../kernel/content';
import { partFields, placeValue, turns } from '../kernel/part';

const PAGE_SIZE = 30;

/** A pile of the moderators' queue with its reports, 30 a page, and how many lie on each. What waits comes oldest first. */
export const queue = query({
  permission: 'comments.queue',
  input: z.object({
    pile: z.enum(['waiting', 'reported', 'approved', 'rejected', 'spam']).default('waiting'),
    ...partFields(z.tuple([placeValue.instant, placeValue.id])),
  }),
  async run({ db, input }) {
    const { pile, after, before } = input;
    const page = await commentPile(db, pile, { after, before, size: PAGE_SIZE });
    const shown = page.rows;
    const reports = await openReportsOf(
      db,
      shown.filter(({ comment }) => comment.openReports > 0).map(({ comment }) => comment.id),
    );
    const answered = await bodiesOf(
      db,
      shown.flatMap(({ comment }) => comment.parentId ?? []),
    );
    const comments = shown.map(({ comment, author }) => {
      const entry = articleByKey(comment.locale, comment.articleKey, AUDIENCES);
      return {
        id: comment.id,
        status: comment.status,
        staff: comment.staff,
        author: { name: author.name, email: author.email },
        bodyHtml: comment.bodyHtml,
        answers: comment.parentId ? (answered.get(comment.parentId) ?? '') : null,
        createdAt: comment.createdAt,
        editedAt: comment.editedAt,
        rejection: comment.rejection,
        rejectionWords: comment.rejectionWords,
        locale: comment.locale,
        article: entry ? { title: entry.title, path: pathOf(entry) } : null,
        articleKey: comment.articleKey,
        moves: MODERATION[comment.status],
        reports: reports.filter((report) => report.commentId === comment.id),
      };
    });
    return { comments, pile, ...turns(page), counts: await countPiles(db) };
  },
});
