import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { tagPage } from '@/app/_cache/tag-page';
import { loadMostRead } from '@/app/_components/articles/load-most-read';
import { HomeSheet } from '@/app/_components/home/home-sheet';
import { loadStatus } from '@/app/_components/incidents/load-status';
import { sameInAll } from '@/app/_components/shell/alternates';
import { brand } from '@/app/_components/shell/brand';
import { pageLocale } from '@/app/_i18n/page-locale';
import { pageMetadata } from '@/app/_site/page-metadata';
import { collections, faq, listTag, releaseNotes } from '@/server/kernel/content';

type Props = { params: Promise<{ locale: string }> };

/** Rendered when first asked for, then kept until content or an incident changes. */
export const generateStaticParams = () => [];

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const locale = await pageLocale(params);
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

export default async function HomePage({ params }: Props) {
  const locale = await pageLocale(params);
  await tagPage(
    listTag(locale, 'collection'),
    listTag(locale, 'article'),
    listTag(locale, 'releaseNote'),
    listTag(locale, 'faqQuestion'),
  );
  const status = await loadStatus(locale);
  const questions = (await faq(locale)).flatMap((category) => category.questions.slice(0, QUESTIONS_A_CATEGORY));
  return (
    <HomeSheet
      locale={locale}
      status={status}
      collections={collections(locale).filter((collection) => collection.count > 0)}
      mostRead={await loadMostRead(locale, MOST_READ)}
      notes={releaseNotes(locale).slice(0, NOTES)}
      questions={questions}
    />
  );
}
