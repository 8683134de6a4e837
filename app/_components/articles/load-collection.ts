import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { sameInAll } from '@/app/_components/shell/alternates';
import { pageMetadata } from '@/app/_site/page-metadata';
import type { Locale } from '@/domain/people/locale';
import { DEMO_BRAND as brand } from '@/domain/settings/brand';
import { type Audiences, alternates, type CollectionPage, collection, pathOf } from '@/server/kernel/content';

/** A collection as a reader of these audiences sees it; null when it holds nothing for them. */
export const loadCollection = (locale: Locale, slug: string, audiences: Audiences): CollectionPage | null => {
  const found = collection(locale, slug, audiences);
  return found && found.count > 0 ? found : null;
};

/** What search engines and link previews are told of a collection. */
export const collectionMetadata = (found: CollectionPage): Metadata =>
  pageMetadata({
    title: found.title,
    description: found.description,
    path: pathOf(found),
    alternates: alternates('collection', found.key),
  });

/** What search engines and link previews are told of the help's first page. */
export const helpMetadata = async (locale: Locale): Promise<Metadata> => {
  const t = await getTranslations('articles');
  const description = t('description', { brand: brand.name });
  return pageMetadata({ title: t('title'), description, path: `/${locale}/help`, alternates: sameInAll('/help') });
};
