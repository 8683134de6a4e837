import { newsFeed } from '@/app/_components/news/news-feed';
import { isLocale } from '@/domain/people/locale';

export const dynamic = 'force-static';
export const generateStaticParams = () => [];

/** `GET /{locale}/news.atom`: the release notes everyone may read, newest first. */
export const GET = async (
  _request: Request,
  { params }: { params: Promise<{ locale: string }> },
): Promise<Response> => {
  const { locale } = await params;
  if (!isLocale(locale)) return new Response(null, { status: 404 });
  const feed = await newsFeed(locale);
  return new Response(feed.atom1(), { headers: { 'content-type': 'application/atom+xml; charset=utf-8' } });
};
