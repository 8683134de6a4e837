import type { Metadata } from 'next';
import { tagPage } from '@/app/_cache/tag-page';
import { newsMetadata } from '@/app/_components/news/load-news';
import { loadThemeTitles } from '@/app/_components/news/load-themes';
import { NewsSheet } from '@/app/_components/news/news-sheet';
import { pageLocale } from '@/app/_i18n/page-locale';
import { listTag, releaseNotes } from '@/server/kernel/content';

type Props = { params: Promise<{ locale: string }> };

/** Rendered when first asked for, then kept: only ever what a visitor without a session may read. */
export const generateStaticParams = () => [];

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => newsMetadata(await pageLocale(params));

export default async function NewsPage({ params }: Props) {
  const locale = await pageLocale(params);
  await tagPage(listTag(locale, 'releaseNote'));
  return <NewsSheet locale={locale} notes={releaseNotes(locale)} themes={await loadThemeTitles(locale)} />;
}
