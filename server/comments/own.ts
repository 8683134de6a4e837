import { z } from 'zod';
import { hasStopped, ownComments } from '@/db/comments/queries';
import { editableUntil, mayEdit } from '@/domain/comments/rules';
import { query } from '../kernel/action';
import { articleFields, readableArticle } from '../kernel/readable-article';
import { authorBehind } from './author';
import { threadOf } from './progress';
import { stopToken } from './stop-token';

/** What the signed-in person wrote under an article, newest first: where it stands, why it was refused, what may still be done. */
export const own = query({
  permission: 'comments.own',
  input: z.object(articleFields),
  async run({ db, actor, input, now }) {
    const me = authorBehind(actor);
    const article = readableArticle(actor, input);
    const mine = await ownComments(db, { articleKey: article.key, locale: article.locale }, me.id);
    const comments = await Promise.all(
      mine
        .filter((comment) => comment.status !== 'erased')
        .map(async (comment) => ({
          id: comment.id,
          parentId: comment.parentId,
          // Whoever is taken for a machine is not told what gave it away.
          status: comment.status === 'spam' ? ('waiting' as const) : comment.status,
          rejection: comment.rejection,
          rejectionWords: comment.rejectionWords,
          bodyHtml: comment.bodyHtml,
          bodyText: comment.bodyText,
          createdAt: comment.createdAt,
          editedAt: comment.editedAt,
          editableUntil: mayEdit(comment, me.id, now) ? editableUntil(comment) : null,
          stopped: await hasStopped(db, me.id, threadOf(comment)),
          stopToken: stopToken(me.id, threadOf(comment)),
        })),
    );
    return { closed: !article.comments, comments };
  },
});
