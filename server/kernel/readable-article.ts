import { z } from 'zod';
import { type Actor, granteeOf } from '@/domain/access/actor';
import { audiencesOf } from '@/domain/access/grants';
import { LOCALES, type Locale } from '@/domain/people/locale';
import { notFound } from '@/domain/refusal';
import { type ArticleEntry, articleByKey } from './content';

/** How a verb is told which article it is about. */
export const articleFields = { locale: z.enum(LOCALES), articleKey: z.string().min(1).max(120) };

/** The article, if this reader may see it. Throws `not-found`. */
export const readableArticle = (actor: Actor, about: { locale: Locale; articleKey: string }): ArticleEntry => {
  const entry = articleByKey(about.locale, about.articleKey, audiencesOf(granteeOf(actor)));
  if (!entry) throw notFound('article');
  return entry;
};

/** The text of an article, as what is said of it is kept: one that stands in for its translation is read as it was written. */
export const textOf = ({ key, locale, original }: ArticleEntry): { articleKey: string; locale: Locale } => ({
  articleKey: key,
  locale: original?.locale ?? locale,
});
