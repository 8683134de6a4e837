import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { PageTags } from '@/app/_cache/page-tags';
import { loadArticle } from '@/app/_components/articles/load-article';
import { CommentsSheet } from '@/app/_components/comments/comments-sheet';
import { pageLocale } from '@/app/_i18n/page-locale';
import { absolute } from '@/app/_site/address';
import { visitorApi } from '@/app/_trpc/server';
import { ANONYMOUS, entryTag, pathOf } from '@/server/kernel/content';

type Props = { params: Promise<{ locale: string; collection: string; slug: string }> };

/** Rendered when first asked for, then kept: what is approved, under public articles, the same for everybody. */
export const generateStaticParams = () => [];

const load = async ({ params }: Props) => {
  const { collection, slug } = await params;
  const locale = await pageLocale(params);
  const page = (await loadArticle(locale, collection, slug, ANONYMOUS)) ?? notFound();
  // What stands in for a missing translation is talked about under its own address.
  if (page.article.original) notFound();
  return page;
};

export const generateMetadata = async (props: Props): Promise<Metadata> => {
  const { article } = await load(props);
  const t = await getTranslations({ locale: article.locale, namespace: 'comments' });
  const path = `${pathOf(article)}/comments`;
  return { title: t('metaTitle', { article: article.title }), alternates: { canonical: absolute(path) } };
};

export default async function CommentsPage(props: Props) {
  const page = await load(props);
  const { key, locale } = page.article;
  const tags = ['comments', entryTag(locale, 'article', key), entryTag(locale, 'collection', page.collection.key)];
  const told = await visitorApi(locale).comments.list({ locale, articleKey: key });
  return (
    <>
      <PageTags tags={tags} />
      <CommentsSheet page={page} told={told} now={new Date()} />
    </>
  );
}
