import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { notFound, permanentRedirect } from 'next/navigation';
import { Article } from '@/app/_components/articles/article';
import { articleMetadata, loadArticle } from '@/app/_components/articles/load-article';
import { pageLocale } from '@/app/_i18n/page-locale';
import { readerOf } from '@/app/_site/reader';
import { redirectOf } from '@/server/kernel/content';

type Props = { params: Promise<{ locale: string; collection: string; slug: string }> };

/**
 * An article as the person behind this request may see it. Requests that carry a session are led here from the
 * article's own address (`next.config.mjs`); the answer depends on who asks, so it is never kept.
 */
export const dynamic = 'force-dynamic';

const load = async ({ params }: Props) => {
  const { collection, slug } = await params;
  const locale = await pageLocale(params);
  const audiences = await readerOf(await headers());
  const found = await loadArticle(locale, collection, slug, audiences);
  if (found) return found;
  const moved = redirectOf(`/${locale}/help/${collection}/${slug}`, audiences);
  return moved === null ? notFound() : permanentRedirect(moved);
};

export const generateMetadata = async (props: Props): Promise<Metadata> => {
  const page = await load(props);
  return { ...articleMetadata(page), ...(page.article.audience === 'public' ? {} : { robots: { index: false } }) };
};

export default async function ReservedArticleRoute(props: Props) {
  return <Article {...(await load(props))} now={new Date()} />;
}
