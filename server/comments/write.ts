import { z } from 'zod';
import {
  appendCommentEvent,
  commentByIdempotencyKey,
  insertComment,
  recomputeComment,
  visibleComment,
  wroteTheSame,
} from '@/db/comments/queries';
import { isStaff } from '@/domain/access/grants';
import { invalidField, notFound, Refusal } from '@/domain/refusal';
import { action } from '../kernel/action';
import { bodyFromText } from '../kernel/bodies';
import { articleFields, readableArticle } from '../kernel/readable-article';
import { authorBehind } from './author';
import { bodyField, tellLater, touchComments } from './progress';
import { needsNoModerator } from './trust';

const DAY_MS = 86_400_000;

/**
 * Writes a comment under an article, or an answer to one (`parentId`; an answer to an answer joins its thread). It waits for
 * a moderator unless its author needs none. Refuses (`conflict`) where the article takes no comments, and (`invalid`) words
 * the author wrote there in the last day.
 */
export const write = action({
  permission: 'comments.write',
  limits: [
    { max: 6, seconds: 600 },
    { max: 40, seconds: 86_400 },
  ],
  input: z.object({
    ...articleFields,
    body: bodyField,
    parentId: z.uuid().optional(),
    idempotencyKey: z.uuid().optional(),
  }),
  async run({ tx, actor, input, now, outbox, audit }) {
    const author = authorBehind(actor);
    const article = readableArticle(actor, input);
    if (!article.comments) throw new Refusal('conflict', 'errors.commentsClosed');
    const about = { articleKey: article.key, locale: article.locale };
    const key = input.idempotencyKey ?? null;
    const earlier = key && (await commentByIdempotencyKey(tx, author.id, key));
    if (earlier) return { id: earlier.id, status: earlier.status };
    const parent = input.parentId ? await visibleComment(tx, actor, input.parentId) : null;
    const isElsewhere = parent && (parent.articleKey !== about.articleKey || parent.locale !== about.locale);
    if (isElsewhere || (parent && parent.status !== 'approved')) throw notFound('comment');
    const { html, text } = bodyFromText(input.body);
    const wrote = { authorId: author.id, bodyText: text, since: new Date(now.getTime() - DAY_MS) };
    if (await wroteTheSame(tx, about, wrote)) throw invalidField('body', 'errors.commentRepeated');
    const comment = await insertComment(tx, {
      ...about,
      parentId: parent && (parent.parentId ?? parent.id),
      authorId: author.id,
      staff: isStaff(author.role),
      bodyHtml: html,
      bodyText: text,
      idempotencyKey: key,
      createdAt: now,
    });
    if (!comment) throw new Refusal('conflict', 'errors.commentRepeated');
    await appendCommentEvent(tx, comment.id, { kind: 'written', actorId: author.id, at: now });
    const free = await needsNoModerator(tx, author);
    if (free) {
      await appendCommentEvent(tx, comment.id, { kind: 'approved', actorId: null, data: { trusted: true }, at: now });
      await touchComments(outbox);
      await tellLater(outbox, comment.id, now);
    }
    const status = await recomputeComment(tx, comment.id);
    audit({ type: 'comment', id: comment.id }, { article: article.key, locale: article.locale, status });
    return { id: comment.id, status };
  },
});
