import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { loadPopular } from '@/app/_components/articles/load-popular';
import { PopularWithVersion } from '@/app/_components/articles/popular-with-version';
import { HomeSheet } from '@/app/_components/home/home-sheet';
import { homeMetadata, loadHome } from '@/app/_components/home/load-home';
import { loadRecentRequests } from '@/app/_components/home/load-recent-requests';
import { RecentRequests } from '@/app/_components/home/recent-requests';
import { pageLocale } from '@/app/_i18n/page-locale';
import { readerOf } from '@/app/_site/reader';

type Props = { params: Promise<{ locale: string }> };

/**
 * The home page as the person behind this request may see it. Requests that carry a session are led here and to the pages
 * below from the pages' own addresses (`next.config.mjs`); the answer depends on who asks, so it is never kept.
 */
export const dynamic = 'force-dynamic';

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => homeMetadata(await pageLocale(params));

export default async function SignedInHomePage({ params }: Props) {
  const locale = await pageLocale(params);
  const home = await loadHome(locale, await readerOf(await headers()));
  const [requests, popular] = await Promise.all([loadRecentRequests(locale), loadPopular(locale)]);
  const own = (
    <>
      <RecentRequests locale={locale} requests={requests} />
      <PopularWithVersion popular={popular} />
    </>
  );
  return <HomeSheet {...home} own={own} />;
}
