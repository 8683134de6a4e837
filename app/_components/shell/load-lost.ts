import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import type { Locale } from '@/domain/people/locale';

/** The title of the page for addresses that lead nowhere, which no search engine keeps. */
export const lostMetadata = async (locale: Locale): Promise<Metadata> => {
  const t = await getTranslations({ locale, namespace: 'shell.lost' });
  return { title: t('title'), robots: { index: false } };
};
