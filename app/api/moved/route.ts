import { isComing, redirectOf } from '@/server/kernel/content';

/**
 * `GET /api/moved?path=`: what is known of an address that is no page, as `{to, coming}`; `to` is where it leads now, null where it leads
 * nowhere that a visitor may see, and `coming` is true while its page is being published. The front asks it before it says that a page
 * is not found.
 */
export const GET = async (request: Request): Promise<Response> => {
  const path = new URL(request.url).searchParams.get('path') ?? '';
  const to = redirectOf(path);
  const coming = to === null && (await isComing(path));
  return Response.json({ to, coming }, { headers: { 'cache-control': 'no-store' } });
};
