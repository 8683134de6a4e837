import { calendarOf, calendarResponse } from '@/app/_components/news/calendar';
import { readerOf } from '@/app/_site/reader';
import { isLocale } from '@/domain/people/locale';
import { events } from '@/server/kernel/content';

export const dynamic = 'force-dynamic';

type Context = { params: Promise<{ locale: string; slug: string }> };

/** One meeting as a calendar file, for the person behind this request: led here from its own address, like the pages around it. */
export const GET = async (request: Request, { params }: Context): Promise<Response> => {
  const { locale, slug } = await params;
  const all = isLocale(locale) ? await events(locale, await readerOf(request.headers)) : [];
  const event = all.find((candidate) => candidate.slug === slug);
  if (!event) return new Response(null, { status: 404 });
  const answer = calendarResponse(calendarOf(event.title, [event]), event.slug);
  answer.headers.set('cache-control', 'private, no-store');
  return answer;
};
