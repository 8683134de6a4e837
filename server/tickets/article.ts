import { type Actor, granteeOf } from '@/domain/access/actor';
import { audiencesOf } from '@/domain/access/grants';
import type { Locale } from '@/domain/people/locale';
import { articleByKey, pathOf } from '../kernel/content';

type Origin = { articleKey: string | null; articleLocale: Locale | null };

/** The article a request came from as it is kept: only one that its writer may see. */
export const originOf = (actor: Actor, locale: Locale, articleKey: string | undefined): Origin => {
  const entry = articleKey ? articleByKey(locale, articleKey, audiencesOf(granteeOf(actor))) : null;
  return { articleKey: entry?.key ?? null, articleLocale: entry?.locale ?? null };
};

/** Title and address of the article a request came from, as far as this reader may see it. */
export const originShown = (actor: Actor, { articleKey, articleLocale }: Origin) => {
  if (!articleKey || !articleLocale) return null;
  const entry = articleByKey(articleLocale, articleKey, audiencesOf(granteeOf(actor)));
  return entry && { title: entry.title, path: pathOf(entry) };
};
