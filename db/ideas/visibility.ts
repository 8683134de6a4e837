import { eq, isNotNull, or, type SQL, sql } from 'drizzle-orm';
import { type Actor, granteeOf } from '@/domain/access/actor';
import { isStaff } from '@/domain/access/grants';
import { ideas } from './schema';

/** The row rule of ideas as SQL; `domain/access/ideas.ts` states it as a predicate, and a test holds both together. */
export const ideaVisibility = (actor: Actor): SQL => {
  if (actor.kind === 'system' || isStaff(granteeOf(actor))) return sql`true`;
  const open = isNotNull(ideas.publishedAt);
  return (actor.kind === 'user' ? or(open, eq(ideas.authorId, actor.id)) : open) ?? sql`false`;
};
