import { type Actor, granteeOf } from './actor';
import { isStaff } from './grants';

/** What authorisation needs to know of an idea. */
export type IdeaRow = { authorId: string | null; publishedAt: Date | null };

/**
 * The row rule of ideas as a predicate: everybody sees what the product team has published, authors their own, staff all.
 * `db/ideas/visibility.ts` states the same rule as SQL; a test holds the two together.
 */
export const maySeeIdea = (actor: Actor, { authorId, publishedAt }: IdeaRow): boolean => {
  if (publishedAt !== null || actor.kind === 'system' || isStaff(granteeOf(actor))) return true;
  return actor.kind === 'user' && actor.id === authorId;
};
