import { headers } from 'next/headers';
import { notFound } from 'next/navigation';
import { type ArticlePage, loadArticle } from '@/app/_components/articles/load-article';
import { type FormPageProps, pageInput } from '@/app/_forms/page-input';
import { readerOf } from '@/app/_site/reader';
import { signedInPerson } from '@/app/_trpc/server';
import { pathOf } from '@/server/kernel/content';

export type CommentPageProps = FormPageProps & {
  params: Promise<{ locale: string; collection: string; slug: string }>;
};

type CommentPage = {
  page: ArticlePage;
  /** The comments of the article. */
  base: string;
  about: { locale: ArticlePage['article']['locale']; articleKey: string };
  query: Record<string, string>;
};

/** What the pages on which one writes about an article share. Visitors are led to the sign-in page and back to `rest` with its query. */
export const loadCommentPage = async (props: CommentPageProps, rest: string): Promise<CommentPage> => {
  const { collection, slug } = await props.params;
  const { locale, query } = await pageInput(props);
  const asked = new URLSearchParams(query).toString();
  await signedInPerson(`/${locale}/help/${collection}/${slug}/comments${rest}${asked && `?${asked}`}`);
  const page = (await loadArticle(locale, collection, slug, await readerOf(await headers()))) ?? notFound();
  if (page.article.original) notFound();
  const about = { locale, articleKey: page.article.key };
  return { page, base: `${pathOf(page.article)}/comments`, about, query };
};
