import { drawPicture } from '@/app/_pictures/draw';
import { factsAt, versionOf } from '@/app/_pictures/facts';
import { keptPicture } from '@/app/_pictures/kept-pictures';

const FOREVER = 'public, max-age=31536000, immutable';
const A_WHILE = 'public, max-age=300';

/**
 * `GET /pictures/fr/help/….png`: what link previews show of a page that everybody may read. Of what is restricted there is
 * no picture, and it is not told apart from what does not exist. With its version (`?v=`) it may be kept for good.
 */
export const GET = async (request: Request, { params }: { params: Promise<{ path: string[] }> }): Promise<Response> => {
  const [, page] = /^(.+)\.png$/.exec(`/${(await params).path.join('/')}`) ?? [];
  const facts = page === undefined ? null : factsAt(page);
  if (!facts) return new Response(null, { status: 404 });
  const version = versionOf(facts);
  const headers = {
    etag: `"${version}"`,
    'cache-control': new URL(request.url).searchParams.get('v') === version ? FOREVER : A_WHILE,
    'content-type': 'image/png',
    'x-content-type-options': 'nosniff',
    // Programs of other sites show it, as they are meant to.
    'cross-origin-resource-policy': 'cross-origin',
  };
  if (request.headers.get('if-none-match') === headers.etag) return new Response(null, { status: 304, headers });
  const picture = await keptPicture(version, () => drawPicture(facts));
  return new Response(new Uint8Array(picture), { headers });
};
