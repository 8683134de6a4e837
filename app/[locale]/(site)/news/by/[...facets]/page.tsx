import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { tagPage } from '@/app/_cache/tag-page';
import { loadNarrowedNews, narrowedMetadata } from '@/app/_components/news/load-news';
import { loadThemeTitles } from '@/app/_components/news/load-themes';
import { NewsSheet } from '@/app/_components/news/news-sheet';
import { pageLocale } from '@/app/_i18n/page-locale';
import { ANONYMOUS, listTag } from '@/server/kernel/content';

type Props = { params: Promise<{ locale: string; facets: string[] }> };

/** Rendered when first asked for, then kept: only ever what a visitor without a session may read. */
export const generateStaticParams = () => [];

const load = async ({ params }: Props) => {
  const locale = await pageLocale(params);
  return { locale, ...(loadNarrowedNews(locale, (await params).facets, ANONYMOUS) ?? notFound()) };
};

export const generateMetadata = async (props: Props): Promise<Metadata> => {
  const { locale, ...narrowed } = await load(props);
  return narrowedMetadata(locale, narrowed);
};

export default async function FilteredNewsPage(props: Props) {
  const { locale, ...narrowed } = await load(props);
  await tagPage(listTag(locale, 'releaseNote'));
  return <NewsSheet locale={locale} themes={await loadThemeTitles(locale)} {...narrowed} />;
}
