import { tagPage } from '@/app/_cache/tag-page';
import { calendarOf, calendarResponse } from '@/app/_components/news/calendar';
import { isLocale } from '@/domain/people/locale';
import { entryTag, events } from '@/server/kernel/content';

export const dynamic = 'force-static';
export const generateStaticParams = () => [];

type Context = { params: Promise<{ locale: string; slug: string }> };

/** `GET /{locale}/events/{slug}/event.ics`: one meeting, to put into one's own calendar. */
export const GET = async (_request: Request, { params }: Context): Promise<Response> => {
  const { locale, slug } = await params;
  const event = isLocale(locale) ? (await events(locale)).find((candidate) => candidate.slug === slug) : undefined;
  if (!event) return new Response(null, { status: 404 });
  await tagPage(entryTag(event.locale, 'event', event.key));
  return calendarResponse(calendarOf(event.title, [event]), event.slug);
};
