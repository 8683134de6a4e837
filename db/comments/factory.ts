import { randomUUID } from 'node:crypto';
import type { CommentEventKind } from '@/domain/comments/status';
import type { Tx } from '../client';
import { appendCommentEvent, type Comment, insertComment, recomputeComment, updateComment } from './queries';
import type { comments } from './schema';

type NewComment = Pick<typeof comments.$inferInsert, 'authorId'> & Partial<typeof comments.$inferInsert>;

const paragraphs = (text: string): string =>
  text
    .split(/\n{2,}/)
    .map((paragraph) => `<p>${paragraph.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/\n/g, '<br />')}</p>`)
    .join('');

/** Writes a comment with its history, for tests and the demo; what is decided is as if it had been told. */
export const makeComment = async (
  tx: Tx,
  given: NewComment,
  then: readonly { kind: CommentEventKind; actorId: string | null; at: Date }[] = [],
): Promise<Comment> => {
  const { bodyText = 'Merci, c’est exactement ce qu’il me fallait.', createdAt = new Date(), ...facts } = given;
  const comment = await insertComment(tx, {
    articleKey: 'import',
    locale: 'fr',
    staff: false,
    idempotencyKey: randomUUID(),
    bodyHtml: paragraphs(bodyText),
    ...facts,
    bodyText,
    createdAt,
  });
  if (!comment) throw new Error('a comment of a fresh key was taken for a repetition');
  await appendCommentEvent(tx, comment.id, { kind: 'written', actorId: comment.authorId, at: createdAt });
  for (const event of then) await appendCommentEvent(tx, comment.id, event);
  const status = await recomputeComment(tx, comment.id);
  await updateComment(tx, comment.id, { toldStatus: status, ...(comment.parentId ? { answerToldAt: createdAt } : {}) });
  return { ...comment, status };
};
