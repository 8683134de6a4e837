import { z } from 'zod';
import type { Voter } from '@/db/articles/votes';
import { type Actor, granteeOf } from '@/domain/access/actor';
import { audiencesOf } from '@/domain/access/grants';
import { LOCALES, type Locale } from '@/domain/people/locale';
import { notFound } from '@/domain/refusal';
import { type ArticleEntry, articleByKey } from '../kernel/content';
import { hashSecret } from '../kernel/tokens';

/** How a verb is told which article it is about, and behind which cookie a visitor stands. */
export const articleFields = { locale: z.enum(LOCALES), articleKey: z.string().min(1).max(120) };
export const readerTokenField = z
  .string()
  .regex(/^[\w-]{20,100}$/)
  .optional();

/** The article, if this reader may see it. Throws `not-found`. */
export const readableArticle = (actor: Actor, about: { locale: Locale; articleKey: string }): ArticleEntry => {
  const entry = articleByKey(about.locale, about.articleKey, audiencesOf(granteeOf(actor)));
  if (!entry) throw notFound('article');
  return entry;
};

/** Whose vote it is: the account's, and the one that was given under the reader's cookie before signing in. */
export const voterOf = (actor: Actor, readerToken: string | undefined): Voter => ({
  userId: actor.kind === 'user' ? actor.id : null,
  readerHash: readerToken ? hashSecret(readerToken) : null,
});
