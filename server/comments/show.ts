import { z } from 'zod';
import { authorOf, visibleComment } from '@/db/comments/queries';
import { publicNameOf } from '@/domain/comments/names';
import { notFound } from '@/domain/refusal';
import { query } from '../kernel/action';
import { articleFields, readableArticle } from '../kernel/readable-article';

/** One comment of an article, for the page that answers, reports or changes it. Throws `not-found`. */
export const show = query({
  permission: 'comments.show',
  input: z.object({ ...articleFields, id: z.uuid() }),
  async run({ db, actor, input }) {
    const article = readableArticle(actor, input);
    const comment = await visibleComment(db, actor, input.id);
    const isHere = comment.articleKey === article.key && comment.locale === article.locale;
    if (!isHere || comment.status === 'erased') throw notFound('comment');
    const author = await authorOf(db, comment.authorId);
    const { id, parentId, status, bodyHtml, bodyText, createdAt, editedAt, staff } = comment;
    return {
      id,
      parentId,
      status,
      bodyHtml,
      bodyText,
      createdAt,
      editedAt,
      author: { name: publicNameOf(author.name, author.publicName, staff), staff },
      own: actor.kind === 'user' && actor.id === comment.authorId,
    };
  },
});
