import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { sameInAll } from '@/app/_components/shell/alternates';
import { pageMetadata } from '@/app/_site/page-metadata';
import type { IdeaView } from '@/domain/ideas/states';
import type { Locale } from '@/domain/people/locale';
import { viewPath } from './ideas-sheet';
import type { Idea } from './load-ideas';

const LONGEST_DESCRIPTION = 160;

/** What search engines and link previews are told of a view of the ideas. */
export const ideasMetadata = async (locale: Locale, view: IdeaView): Promise<Metadata> => {
  const t = await getTranslations({ locale, namespace: 'ideas' });
  return pageMetadata({
    title: view === 'popular' ? t('title') : `${t('title')} – ${t(`views.${view}`)}`,
    description: t('lead'),
    path: `/${locale}${viewPath(view)}`,
    alternates: sameInAll(viewPath(view)),
    ...(view === 'popular' ? {} : { unlisted: true }),
  });
};

/** What they are told of one idea. */
export const ideaMetadata = (locale: Locale, idea: Idea): Metadata =>
  pageMetadata({
    title: idea.title,
    description: idea.need.slice(0, LONGEST_DESCRIPTION),
    path: `/${locale}/ideas/${idea.number}`,
    alternates: sameInAll(`/ideas/${idea.number}`),
    ...(idea.publishedAt && !idea.mergedInto ? {} : { unlisted: true }),
  });
