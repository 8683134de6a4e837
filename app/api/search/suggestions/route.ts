import { absolute } from '@/app/_site/address';
import { DEFAULT_LOCALE, isLocale } from '@/domain/people/locale';
import { ANONYMOUS, searchContent } from '@/server/kernel/content';

/** As many as browsers show under their address bar. */
const SUGGESTIONS = 6;
/** Longer than any query a person types. */
const LONGEST = 200;

/**
 * `GET /api/search/suggestions?q=&locale=`: suggestions as OpenSearch wants them, `[query, titles, excerpts, addresses]`.
 * Browsers ask without cookies, so it answers as for a visitor.
 */
export const GET = async (request: Request): Promise<Response> => {
  const { searchParams } = new URL(request.url);
  const wanted = searchParams.get('locale');
  const locale = isLocale(wanted) ? wanted : DEFAULT_LOCALE;
  const query = searchParams.get('q')?.trim().slice(0, LONGEST) ?? '';
  const hits = query ? searchContent(locale, query, ANONYMOUS, SUGGESTIONS) : [];
  const answer = [
    query,
    hits.map((hit) => hit.title),
    hits.map((hit) => hit.excerpt),
    hits.map((hit) => absolute(hit.href)),
  ];
  return new Response(JSON.stringify(answer), {
    headers: { 'content-type': 'application/x-suggestions+json; charset=utf-8', 'cache-control': 'public, max-age=60' },
  });
};
