import { getTranslations } from 'next-intl/server';
import { placesFor } from '@/app/_components/search/hit-place';
import { knownToDesk } from '@/app/_components/search/load-known';
import { refusalBehind } from '@/app/_trpc/refusal';
import { visitorApi } from '@/app/_trpc/server';
import { DEFAULT_LOCALE, isLocale, type Locale } from '@/domain/people/locale';
import { SEARCH_LIMITS, type SearchHit } from '@/domain/search/answer';
import { createCaller } from '@/server/root';
import { callOf } from '@/server/session';

type Found = { hits: readonly SearchHit[]; correction: string | null };

/** While the database is away nobody can be known: everybody is answered as a visitor, who may see less, never more. */
const askerOf = async (headers: Headers, locale: Locale) => {
  try {
    const call = await callOf(headers, locale);
    return { api: createCaller(call), actor: call.actor };
  } catch {
    return { api: visitorApi(locale, headers), actor: { kind: 'visitor' } as const };
  }
};

/** Hits by kind, the kind of the best one first; each keeps the rank it had among all. */
const grouped = (hits: readonly SearchHit[]) => {
  const ranked = hits.map((hit, index) => ({ hit, rank: index + 1 }));
  const kinds = [...new Set(hits.map((hit) => hit.kind))];
  return kinds.flatMap((kind) => ranked.filter(({ hit }) => hit.kind === kind));
};

type Known = Awaited<ReturnType<typeof knownToDesk>>;

const answer = async ({ hits, correction }: Found, locale: Locale, known: Known = []): Promise<Response> => {
  const t = await getTranslations({ locale, namespace: 'search' });
  const place = await placesFor(locale);
  const told = grouped(hits).map(({ hit, rank }) => ({
    kind: hit.kind,
    label: t(`kinds.${hit.kind}`),
    title: hit.title,
    place: place({ ...hit, trail: [...hit.trail, ...(hit.section ? [hit.section] : [])] }),
    ...(hit.locale === locale ? {} : { lang: hit.locale }),
    excerpt: hit.excerpt.map((part) => part.text).join(''),
    href: hit.href,
    rank,
  }));
  return Response.json(
    { hits: [...known, ...told], correction },
    { headers: { 'cache-control': 'private, max-age=30', vary: 'cookie' } },
  );
};

/**
 * `GET /api/search?q=&locale=`: what to suggest while typing, as `{hits: [{kind, label, title, place, excerpt, href,
 * rank, lang?}], correction}`, those of one kind together; `lang` where the title is in another language. With `desk`, people and organisations come first for who works on
 * requests, by name. Holds only what the sender may see, so shared caches must not keep it.
 */
export const GET = async (request: Request): Promise<Response> => {
  const { searchParams } = new URL(request.url);
  const wanted = searchParams.get('locale');
  const locale = isLocale(wanted) ? wanted : DEFAULT_LOCALE;
  const query = searchParams.get('q')?.trim().slice(0, SEARCH_LIMITS.query) ?? '';
  if (!query) return answer({ hits: [], correction: null }, locale);
  try {
    const { api, actor } = await askerOf(request.headers, locale);
    const [found, known] = await Promise.all([
      api.search.suggest({ query, locale }),
      searchParams.has('desk') ? knownToDesk(api, actor, { text: query, locale }) : [],
    ]);
    return await answer(found, locale, known);
  } catch (error) {
    const refusal = refusalBehind(error);
    return new Response(null, { status: refusal?.code === 'too-many' ? 429 : 503 });
  }
};
