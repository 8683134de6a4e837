import { placesFor } from '@/app/_components/search/hit-place';
import { absolute } from '@/app/_site/address';
import { refusalBehind } from '@/app/_trpc/refusal';
import { DEFAULT_LOCALE, isLocale } from '@/domain/people/locale';
import { SEARCH_LIMITS } from '@/domain/search/answer';
import { createCaller } from '@/server/root';
import { callOf } from '@/server/session';

/** Who asks, for the pace, and nothing by which a session could be known: the answer may be kept for everybody. */
const withoutSession = (headers: Headers): Headers =>
  new Headers({ 'x-forwarded-for': headers.get('x-forwarded-for') ?? '' });

/**
 * `GET /api/search/suggestions?q=&locale=`: suggestions as OpenSearch wants them, `[query, titles, excerpts, addresses]`.
 * Browsers ask without cookies, so it answers as for a visitor.
 */
export const GET = async (request: Request): Promise<Response> => {
  const { searchParams } = new URL(request.url);
  const wanted = searchParams.get('locale');
  const locale = isLocale(wanted) ? wanted : DEFAULT_LOCALE;
  const query = searchParams.get('q')?.trim().slice(0, SEARCH_LIMITS.query) ?? '';
  try {
    const api = createCaller(await callOf(withoutSession(request.headers), locale));
    const { hits } = await api.search.suggest({ query, locale });
    const place = await placesFor(locale);
    const answer = [
      query,
      hits.map((hit) => hit.title),
      hits.map((hit) =>
        [
          ...(hit.locale === locale ? [] : [place({ ...hit, trail: [] })]),
          hit.excerpt.map((part) => part.text).join(''),
        ]
          .filter(Boolean)
          .join(' · '),
      ),
      hits.map((hit) => absolute(hit.href)),
    ];
    return new Response(JSON.stringify(answer), {
      headers: {
        'content-type': 'application/x-suggestions+json; charset=utf-8',
        'cache-control': 'public, max-age=60',
      },
    });
  } catch (error) {
    if (refusalBehind(error)?.code !== 'too-many') throw error;
    return new Response(null, { status: 429 });
  }
};
