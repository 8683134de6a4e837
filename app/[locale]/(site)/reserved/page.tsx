import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { HelpIndex } from '@/app/_components/articles/help-index';
import { helpMetadata } from '@/app/_components/articles/load-collection';
import { loadMostRead } from '@/app/_components/articles/load-most-read';
import { loadPopular } from '@/app/_components/articles/load-popular';
import { PopularWithVersion } from '@/app/_components/articles/popular-with-version';
import { pageLocale } from '@/app/_i18n/page-locale';
import { readerOf } from '@/app/_site/reader';
import { collections } from '@/server/kernel/content';

type Props = { params: Promise<{ locale: string }> };

/** The help's first page as the person behind this request may see it; see the article's page beside it. */
export const dynamic = 'force-dynamic';

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => helpMetadata(await pageLocale(params));

/** As on the page that is kept for everybody. */
const MOST_READ = 8;

export default async function ReservedHelpPage({ params }: Props) {
  const locale = await pageLocale(params);
  return (
    <HelpIndex
      locale={locale}
      collections={collections(locale, await readerOf(await headers()))}
      mostRead={await loadMostRead(locale, MOST_READ)}
      own={<PopularWithVersion popular={await loadPopular(locale)} />}
    />
  );
}
