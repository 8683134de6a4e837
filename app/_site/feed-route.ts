import type { Feed } from 'feed';
import { isLocale, type Locale } from '@/domain/people/locale';

type Context = { params: Promise<{ locale: string }> };

const KINDS = {
  atom: { text: (feed: Feed) => feed.atom1(), type: 'application/atom+xml; charset=utf-8' },
  rss: { text: (feed: Feed) => feed.rss2(), type: 'application/rss+xml; charset=utf-8' },
} as const;

/** The `GET` of a feed in one of our languages; other languages are not found. */
export const feedRoute =
  (feedIn: (locale: Locale) => Promise<Feed>, kind: keyof typeof KINDS) =>
  async (_request: Request, { params }: Context): Promise<Response> => {
    const { locale } = await params;
    if (!isLocale(locale)) return new Response(null, { status: 404 });
    const { text, type } = KINDS[kind];
    return new Response(text(await feedIn(locale)), { headers: { 'content-type': type } });
  };
