import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { loadMostRead } from '@/app/_components/articles/load-most-read';
import { loadStatus } from '@/app/_components/incidents/load-status';
import { sameInAll } from '@/app/_components/shell/alternates';
import { brand } from '@/app/_components/shell/brand';
import { pageMetadata } from '@/app/_site/page-metadata';
import type { Locale } from '@/domain/people/locale';
import { type Audiences, collections, faq, releaseNotes } from '@/server/kernel/content';

/** What search engines and link previews are told of the home page. */
export const homeMetadata = async (locale: Locale): Promise<Metadata> => {
  const t = await getTranslations({ locale, namespace: 'home' });
  const title = t('metaTitle', { brand: brand.name });
  const metadata = pageMetadata({
    title,
    description: t('description', { brand: brand.name }),
    path: `/${locale}`,
    alternates: sameInAll(''),
  });
  return { ...metadata, title: { absolute: title } };
};

const NOTES = 4;
const MOST_READ = 6;
const QUESTIONS_A_CATEGORY = 2;

/** What the home page shows to readers of these audiences. */
export const loadHome = async (locale: Locale, audiences: Audiences) => ({
  locale,
  status: await loadStatus(locale),
  collections: collections(locale, audiences).filter((collection) => collection.count > 0),
  mostRead: await loadMostRead(locale, MOST_READ),
  notes: releaseNotes(locale, audiences).slice(0, NOTES),
  questions: (await faq(locale)).flatMap((category) => category.questions.slice(0, QUESTIONS_A_CATEGORY)),
});
