import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { notFound } from 'next/navigation';
import { loadNarrowedNews, narrowedMetadata } from '@/app/_components/news/load-news';
import { loadThemeTitles } from '@/app/_components/news/load-themes';
import { NewsSheet } from '@/app/_components/news/news-sheet';
import { pageLocale } from '@/app/_i18n/page-locale';
import { readerOf } from '@/app/_site/reader';

type Props = { params: Promise<{ locale: string; facets: string[] }> };

/** A narrowed list of news as the person behind this request may see it; never kept. See the home page above. */
export const dynamic = 'force-dynamic';

const load = async ({ params }: Props) => {
  const locale = await pageLocale(params);
  const audiences = await readerOf(await headers());
  return { locale, ...(loadNarrowedNews(locale, (await params).facets, audiences) ?? notFound()) };
};

export const generateMetadata = async (props: Props): Promise<Metadata> => {
  const { locale, ...narrowed } = await load(props);
  return narrowedMetadata(locale, narrowed);
};

export default async function SignedInFilteredNewsPage(props: Props) {
  const { locale, ...narrowed } = await load(props);
  return <NewsSheet locale={locale} themes={await loadThemeTitles(locale)} {...narrowed} />;
}
