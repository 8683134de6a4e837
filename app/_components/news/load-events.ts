import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { sameInAll } from '@/app/_components/shell/alternates';
import { pageMetadata } from '@/app/_site/page-metadata';
import type { Locale } from '@/domain/people/locale';
import { DEMO_BRAND as brand } from '@/domain/settings/brand';

/** What the page of meetings says of itself. */
export const eventsMetadata = async (locale: Locale): Promise<Metadata> => {
  const t = await getTranslations({ locale, namespace: 'news.events' });
  const description = t('description', { brand: brand.name });
  return pageMetadata({ title: t('title'), description, path: `/${locale}/events`, alternates: sameInAll('/events') });
};
