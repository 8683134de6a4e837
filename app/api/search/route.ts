import { readerOf } from '@/app/_site/reader';
import { DEFAULT_LOCALE, isLocale } from '@/domain/people/locale';
import { searchContent } from '@/server/kernel/content';

/** As many as fit under a search field. */
const SUGGESTIONS = 6;

/**
 * `GET /api/search?q=&locale=`: what to suggest while typing, as `{hits: [{kind, title, excerpt, href}]}`. Holds only
 * what the sender may read, so shared caches must not keep it.
 */
export const GET = async (request: Request): Promise<Response> => {
  const { searchParams } = new URL(request.url);
  const wanted = searchParams.get('locale');
  const locale = isLocale(wanted) ? wanted : DEFAULT_LOCALE;
  const query = searchParams.get('q')?.trim() ?? '';
  const found = query ? searchContent(locale, query, await readerOf(request.headers), SUGGESTIONS) : [];
  const hits = found.map(({ kind, title, excerpt, href }) => ({ kind, title, excerpt, href }));
  return Response.json({ hits }, { headers: { 'cache-control': 'private, max-age=60', vary: 'cookie' } });
};
