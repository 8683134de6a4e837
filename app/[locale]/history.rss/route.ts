import { historyFeed } from '@/app/_components/incidents/history-feed';
import { isLocale } from '@/domain/people/locale';

export const dynamic = 'force-static';
export const generateStaticParams = () => [];

/** `GET /{locale}/history.rss`, and `/history.rss` in French: what happened to the service. */
export const GET = async (
  _request: Request,
  { params }: { params: Promise<{ locale: string }> },
): Promise<Response> => {
  const { locale } = await params;
  if (!isLocale(locale)) return new Response(null, { status: 404 });
  return new Response((await historyFeed(locale)).rss2(), {
    headers: { 'content-type': 'application/rss+xml; charset=utf-8' },
  });
};
