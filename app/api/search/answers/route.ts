import { answersFor } from '@/app/_components/tickets/load-answers';
import { refusalBehind } from '@/app/_trpc/refusal';
import { DEFAULT_LOCALE, isLocale } from '@/domain/people/locale';
import { createCaller } from '@/server/root';
import { callOf } from '@/server/session';

/**
 * `GET /api/search/answers?subject=&locale=&about=`: what may answer a request with this subject, for its form, or the ideas that are like one: `{answers:
 * [{kind, label, title, place, href, rank}]}`. Holds what only the sender may see.
 */
export const GET = async (request: Request): Promise<Response> => {
  const { searchParams } = new URL(request.url);
  const wanted = searchParams.get('locale');
  const locale = isLocale(wanted) ? wanted : DEFAULT_LOCALE;
  const subject = searchParams.get('subject') ?? '';
  const about = (['suggestion', 'idea'] as const).find((one) => one === searchParams.get('about')) ?? 'request';
  try {
    const call = await callOf(request.headers, locale);
    const signedIn = call.actor.kind === 'user';
    const answers = await answersFor(createCaller(call), { subject, locale, signedIn, about });
    return Response.json({ answers }, { headers: { 'cache-control': 'private, no-store' } });
  } catch (error) {
    return new Response(null, { status: refusalBehind(error)?.code === 'too-many' ? 429 : 503 });
  }
};
