import { eq, inArray, or, type SQL, sql } from 'drizzle-orm';
import { type Actor, granteeOf } from '@/domain/access/actor';
import { isGranted } from '@/domain/access/grants';
import { comments } from './schema';

/** The row rule of comments as SQL; `domain/access/comments.ts` states it as a predicate, and a test holds both together. */
export const commentVisibility = (actor: Actor): SQL => {
  if (actor.kind === 'system' || isGranted('comments.queue', granteeOf(actor))) return sql`true`;
  const open = inArray(comments.status, ['approved', 'erased']);
  return (actor.kind === 'user' ? or(open, eq(comments.authorId, actor.id)) : open) ?? sql`false`;
};
