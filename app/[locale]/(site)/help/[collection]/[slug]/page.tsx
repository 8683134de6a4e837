import type { Metadata } from 'next';
import { notFound, permanentRedirect } from 'next/navigation';
import { PageTags } from '@/app/_cache/page-tags';
import { Article } from '@/app/_components/articles/article';
import { articleMetadata, loadArticle } from '@/app/_components/articles/load-article';
import { pageLocale } from '@/app/_i18n/page-locale';
import { ANONYMOUS, entryTag, listTag, redirectOf } from '@/server/kernel/content';

type Props = { params: Promise<{ locale: string; collection: string; slug: string }> };

/** Rendered when first asked for, then kept: only ever what a visitor without a session may read. */
export const generateStaticParams = () => [];

const load = async ({ params }: Props) => {
  const { collection, slug } = await params;
  const locale = await pageLocale(params);
  const found = await loadArticle(locale, collection, slug, ANONYMOUS);
  if (found) return found;
  const moved = redirectOf(`/${locale}/help/${collection}/${slug}`);
  return moved === null ? notFound() : permanentRedirect(moved);
};

export const generateMetadata = async (props: Props): Promise<Metadata> => articleMetadata(await load(props));

export default async function ArticleRoute(props: Props) {
  const page = await load(props);
  const { article, collection } = page;
  const { locale } = article;
  const tags = [
    entryTag('fr', 'article', article.key),
    entryTag('en', 'article', article.key),
    entryTag(locale, 'collection', collection.key),
    ...page.related.map((related) => entryTag(locale, 'article', related.key)),
    // Its text leads to the words of the glossary.
    listTag(locale, 'glossaryTerm'),
  ];
  return (
    <>
      <PageTags tags={tags} />
      <Article {...page} now={new Date()} />
    </>
  );
}
