import { getTranslations } from 'next-intl/server';
import { refusalBehind } from '@/app/_trpc/refusal';
import { visitorApi } from '@/app/_trpc/server';
import { DEFAULT_LOCALE, isLocale, type Locale } from '@/domain/people/locale';
import { SEARCH_LIMITS, type SearchHit } from '@/domain/search/answer';
import { createCaller } from '@/server/root';
import { callOf } from '@/server/session';

type Found = { hits: readonly SearchHit[]; correction: string | null };

/** While the database is away nobody can be known: everybody is answered as a visitor, who may see less, never more. */
const apiOf = async (headers: Headers, locale: Locale) => {
  try {
    return createCaller(await callOf(headers, locale));
  } catch {
    return visitorApi(locale, headers);
  }
};

/** Hits by kind, the kind of the best one first; each keeps the rank it had among all. */
const grouped = (hits: readonly SearchHit[]) => {
  const ranked = hits.map((hit, index) => ({ hit, rank: index + 1 }));
  const kinds = [...new Set(hits.map((hit) => hit.kind))];
  return kinds.flatMap((kind) => ranked.filter(({ hit }) => hit.kind === kind));
};

const answer = async ({ hits, correction }: Found, locale: Locale): Promise<Response> => {
  const t = await getTranslations({ locale, namespace: 'search' });
  const told = grouped(hits).map(({ hit, rank }) => ({
    kind: hit.kind,
    label: t(`kinds.${hit.kind}`),
    title: hit.title,
    place: [...hit.trail, ...(hit.section ? [hit.section] : [])].join(' › '),
    excerpt: hit.excerpt.map((part) => part.text).join(''),
    href: hit.href,
    rank,
  }));
  return Response.json(
    { hits: told, correction },
    { headers: { 'cache-control': 'private, max-age=30', vary: 'cookie' } },
  );
};

/**
 * `GET /api/search?q=&locale=`: what to suggest while typing, as `{hits: [{kind, label, title, place, excerpt, href,
 * rank}], correction}`, those of one kind together. Holds only what the sender may see, so shared caches must not keep it.
 */
export const GET = async (request: Request): Promise<Response> => {
  const { searchParams } = new URL(request.url);
  const wanted = searchParams.get('locale');
  const locale = isLocale(wanted) ? wanted : DEFAULT_LOCALE;
  const query = searchParams.get('q')?.trim().slice(0, SEARCH_LIMITS.query) ?? '';
  if (!query) return answer({ hits: [], correction: null }, locale);
  try {
    const api = await apiOf(request.headers, locale);
    return await answer(await api.search.suggest({ query, locale }), locale);
  } catch (error) {
    const refusal = refusalBehind(error);
    return new Response(null, { status: refusal?.code === 'too-many' ? 429 : 503 });
  }
};
