import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { loadArticle } from '@/app/_components/articles/load-article';
import { CommentsSheet } from '@/app/_components/comments/comments-sheet';
import { type FormPageProps, pageInput } from '@/app/_forms/page-input';
import { readerOf } from '@/app/_site/reader';
import { refusalBehind } from '@/app/_trpc/refusal';
import { orNotFound, serverApi } from '@/app/_trpc/server';
import type { Refusal } from '@/domain/refusal';
import { pathOf } from '@/server/kernel/content';

type Props = FormPageProps & { params: Promise<{ locale: string; collection: string; slug: string }> };

const load = async (props: Props) => {
  const { collection, slug } = await props.params;
  const { locale, query } = await pageInput(props);
  const page = (await loadArticle(locale, collection, slug, await readerOf(await headers()))) ?? notFound();
  if (page.article.original) notFound();
  return { page, query };
};

export const generateMetadata = async (props: Props): Promise<Metadata> => {
  const { article } = (await load(props)).page;
  const t = await getTranslations({ locale: article.locale, namespace: 'comments' });
  return { title: t('metaTitle', { article: article.title }), robots: { index: false } };
};

/** What was asked for, or the word that it was asked for too often. */
const inPace = async <Answer,>(asked: Promise<Answer>): Promise<Answer | Refusal> => {
  try {
    return await asked;
  } catch (error) {
    const refusal = refusalBehind(error);
    if (refusal?.code !== 'too-many') throw error;
    return refusal;
  }
};

/**
 * Further comments of an article (`after`, `before`), the answers of one thread (`thread`), or those around one comment
 * (`comment`), as the person behind this request may
 * see them. The first page has an address of its own, which is kept for everybody.
 */
export default async function MoreCommentsPage(props: Props) {
  const { page, query } = await load(props);
  const { key, locale } = page.article;
  const { after, before, thread, comment } = query;
  const asked = (await serverApi()).comments.more({
    locale,
    articleKey: key,
    after,
    before,
    ...(thread ? { thread } : {}),
    ...(comment ? { comment } : {}),
  });
  const told = await orNotFound(inPace(asked), `${pathOf(page.article)}/comments`);
  return <CommentsSheet page={page} told={told} now={new Date()} />;
}
