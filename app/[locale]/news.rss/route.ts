import { newsFeed } from '@/app/_components/news/news-feed';
import { isLocale } from '@/domain/people/locale';

export const dynamic = 'force-static';
export const generateStaticParams = () => [];

/** `GET /{locale}/news.rss`: the release notes everyone may read, newest first. */
export const GET = async (
  _request: Request,
  { params }: { params: Promise<{ locale: string }> },
): Promise<Response> => {
  const { locale } = await params;
  if (!isLocale(locale)) return new Response(null, { status: 404 });
  const feed = await newsFeed(locale);
  return new Response(feed.rss2(), { headers: { 'content-type': 'application/rss+xml; charset=utf-8' } });
};
