import { z } from 'zod';
import { commentsOn } from '@/db/comments/queries';
import { query } from '../kernel/action';
import { articleFields, readableArticle } from '../kernel/readable-article';
import { shownThreads } from './shown';

/**
 * The comments of an article in threads, oldest first, as far as the actor may see them: what is approved, and one's own.
 * `closed` says that the article takes none. Throws `not-found` where the article is not for this reader.
 */
export const list = query({
  permission: 'comments.list',
  input: z.object(articleFields),
  async run({ db, actor, input }) {
    const article = readableArticle(actor, input);
    const rows = await commentsOn(db, actor, { articleKey: article.key, locale: article.locale });
    // Moderators read the page as everybody does; what waits is in their queue.
    const asReader = rows.filter(
      ({ comment }) =>
        comment.status === 'approved' ||
        comment.status === 'erased' ||
        (comment.status === 'waiting' && actor.kind === 'user' && comment.authorId === actor.id),
    );
    const threads = shownThreads(actor, asReader);
    const count = threads.reduce((sum, { answers, status }) => sum + answers.length + (status === 'erased' ? 0 : 1), 0);
    return { closed: !article.comments, threads, count };
  },
});
