import { namedWords, wordsScript } from '@/app/_i18n/client-words';

const FOREVER = 'public, max-age=31536000, immutable';

/** What client components say in a language, as a script; the same for everybody. A page names the version it was made with. */
export async function GET(request: Request, { params }: { params: Promise<{ name: string }> }): Promise<Response> {
  const named = namedWords((await params).name);
  if (!named) return new Response(null, { status: 404 });
  const messages = (await import(`../../../../messages/${named.locale}.json`)).default as Record<string, unknown>;
  const { src, text } = wordsScript(named.locale, named.place, messages);
  const { pathname, search } = new URL(request.url);
  return new Response(text, {
    headers: {
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': `${pathname}${search}` === src ? FOREVER : 'no-cache',
    },
  });
}
