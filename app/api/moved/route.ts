import { redirectOf } from '@/server/kernel/content';

/**
 * `GET /api/moved?path=`: where an old address leads, as `{to}`; `to` is null where it leads nowhere that a visitor may
 * see. The front asks it before it says that a page is not found.
 */
export const GET = (request: Request): Response => {
  const path = new URL(request.url).searchParams.get('path') ?? '';
  return Response.json({ to: redirectOf(path) }, { headers: { 'cache-control': 'no-store' } });
};
