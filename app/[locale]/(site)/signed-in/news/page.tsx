import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { newsMetadata } from '@/app/_components/news/load-news';
import { loadThemeTitles } from '@/app/_components/news/load-themes';
import { NewsSheet } from '@/app/_components/news/news-sheet';
import { pageLocale } from '@/app/_i18n/page-locale';
import { readerOf } from '@/app/_site/reader';
import { releaseNotes } from '@/server/kernel/content';

type Props = { params: Promise<{ locale: string }> };

/** The news as the person behind this request may see them; never kept. See the home page above. */
export const dynamic = 'force-dynamic';

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => newsMetadata(await pageLocale(params));

export default async function SignedInNewsPage({ params }: Props) {
  const locale = await pageLocale(params);
  const notes = releaseNotes(locale, await readerOf(await headers()));
  return <NewsSheet locale={locale} notes={notes} themes={await loadThemeTitles(locale)} />;
}
