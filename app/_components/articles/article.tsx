import { useTranslations } from 'next-intl';
import { Breadcrumb } from '@/app/_components/ui/breadcrumb';
import { PageHeader } from '@/app/_components/ui/page-header';
import { absolute } from '@/app/_site/address';
import { ReadingPage } from '@/app/_site/reading-page';
import { breadcrumbData, type Facts, pictureData, publisherData, StructuredData } from '@/app/_site/structured-data';
import { pathOf } from '@/server/kernel/content';
import { AfterArticle } from './after-article';
import { ArticleMeta, ArticleReviewed } from './article-meta';
import { AudienceBadge } from './audience-badge';
import { Body } from './body';
import { CollectionNav } from './collection-nav';
import type { ArticlePage } from './load-article';
import { NextReadings, RelatedArticles } from './next-readings';
import { StandInNotice } from './stand-in-notice';
import { TableOfContents } from './table-of-contents';

/** The page of an article: what it is, the text with its contents beside it, and where to go from there. */
export const Article = ({
  article,
  collection,
  previous,
  next,
  related,
  alternates,
  more,
  now,
}: ArticlePage & { now: Date }) => {
  const t = useTranslations('articles');
  const way = [
    { href: `/${article.locale}/help`, label: t('title') },
    { href: pathOf(collection), label: collection.title },
  ];
  return (
    <ReadingPage locale={article.locale} section="help" alternates={alternates} more={more}>
      <StructuredData data={articleData(article, way)} />
      <div className="grid gap-x-10 lg:grid-cols-[minmax(0,43rem)_minmax(0,1fr)] xl:grid-cols-[12.5rem_minmax(0,43rem)_minmax(0,1fr)] print:block">
        <CollectionNav collection={collection} current={article.key} className="hidden xl:block" />
        <article className="min-w-0" data-read={`${article.locale}:${article.key}`}>
          <PageHeader
            above={<Breadcrumb items={way} />}
            title={<span lang={article.original?.locale}>{article.title}</span>}
            lead={<p lang={article.original?.locale}>{article.lead}</p>}
            meta={<ArticleMeta article={article} now={now} />}
          />
          {article.audience === 'public' ? null : (
            <p className="mt-4">
              <AudienceBadge audience={article.audience} />
            </p>
          )}
          {article.original ? <StandInNotice original={article.original} /> : null}
          <TableOfContents
            headings={article.headings}
            className="mt-8 lg:hidden"
            folded
            lang={article.original?.locale}
          />
          <div className="prose mt-9" lang={article.original?.locale}>
            <Body tree={article.tree} />
          </div>
          <ArticleReviewed article={article} />
          <AfterArticle article={article} related={related} />
          <NextReadings previous={previous} next={next} />
          <RelatedArticles articles={related} />
        </article>
        <TableOfContents headings={article.headings} className="hidden lg:block" lang={article.original?.locale} />
      </div>
    </ReadingPage>
  );
};

const articleData = (article: ArticlePage['article'], way: readonly { href: string; label: string }[]): Facts => ({
  '@graph': [
    {
      '@type': 'TechArticle',
      headline: article.title,
      description: article.lead,
      inLanguage: article.original?.locale ?? article.locale,
      author: { '@type': 'Person', name: article.author },
      publisher: publisherData(),
      articleSection: way.slice(-1).map(({ label }) => label),
      datePublished: article.publishedOn,
      dateModified: article.changedOn,
      image: pictureData(article.original?.path ?? pathOf(article)),
      mainEntityOfPage: absolute(article.original?.path ?? pathOf(article)),
    },
    breadcrumbData([...way, { href: pathOf(article), label: article.title }]),
  ],
});
