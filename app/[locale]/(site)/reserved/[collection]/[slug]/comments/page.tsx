import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { loadArticle } from '@/app/_components/articles/load-article';
import { CommentsSheet } from '@/app/_components/comments/comments-sheet';
import { pageLocale } from '@/app/_i18n/page-locale';
import { readerOf } from '@/app/_site/reader';
import { serverApi } from '@/app/_trpc/server';

type Props = { params: Promise<{ locale: string; collection: string; slug: string }> };

/** The comments of an article as the person behind this request may see them (`next.config.mjs` leads here); never kept. */
export const dynamic = 'force-dynamic';

const load = async ({ params }: Props) => {
  const { collection, slug } = await params;
  const locale = await pageLocale(params);
  const page = (await loadArticle(locale, collection, slug, await readerOf(await headers()))) ?? notFound();
  if (page.article.original) notFound();
  return page;
};

export const generateMetadata = async (props: Props): Promise<Metadata> => {
  const { article } = await load(props);
  const t = await getTranslations({ locale: article.locale, namespace: 'comments' });
  return { title: t('metaTitle', { article: article.title }), robots: { index: false } };
};

export default async function ReservedCommentsPage(props: Props) {
  const page = await load(props);
  const { key, locale } = page.article;
  const told = await (await serverApi()).comments.list({ locale, articleKey: key });
  return <CommentsSheet page={page} told={told} now={new Date()} />;
}
