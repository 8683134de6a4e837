import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { tagPage } from '@/app/_cache/tag-page';
import { loadThemeTitles } from '@/app/_components/news/load-themes';
import { NewsSheet } from '@/app/_components/news/news-sheet';
import { sameInAll } from '@/app/_components/shell/alternates';
import { brand } from '@/app/_components/shell/brand';
import { pageLocale } from '@/app/_i18n/page-locale';
import { absolute } from '@/app/_site/address';
import { pageMetadata } from '@/app/_site/page-metadata';
import { listTag, releaseNotes } from '@/server/kernel/content';

type Props = { params: Promise<{ locale: string }> };

/** Rendered when first asked for, then kept. */
export const generateStaticParams = () => [];

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const locale = await pageLocale(params);
  const t = await getTranslations('news');
  const metadata = pageMetadata({
    title: t('title'),
    description: t('description', { brand: brand.name }),
    path: `/${locale}/news`,
    alternates: sameInAll('/news'),
  });
  const types = {
    'application/atom+xml': absolute(`/${locale}/news.atom`),
    'application/rss+xml': absolute(`/${locale}/news.rss`),
  };
  return { ...metadata, alternates: { ...metadata.alternates, types } };
};

export default async function NewsPage({ params }: Props) {
  const locale = await pageLocale(params);
  await tagPage(listTag(locale, 'releaseNote'));
  return <NewsSheet locale={locale} notes={releaseNotes(locale)} themes={await loadThemeTitles(locale)} />;
}
