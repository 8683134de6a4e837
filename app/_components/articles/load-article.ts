import type { Metadata } from 'next';
import { pageMetadata } from '@/app/_site/page-metadata';
import type { Locale } from '@/domain/people/locale';
import {
  type ArticleEntry,
  type Audiences,
  alternates,
  article,
  type CollectionPage,
  collection,
  hasReservedBeside,
  neighbours,
  pathOf,
  relatedArticles,
  type WithBody,
} from '@/server/kernel/content';

/** All that the page of an article shows. */
export type ArticlePage = {
  article: WithBody<ArticleEntry>;
  collection: CollectionPage;
  previous: ArticleEntry | null;
  next: ArticleEntry | null;
  related: readonly ArticleEntry[];
  alternates: ReturnType<typeof alternates>;
  /** Whether some readers are shown more around it than visitors are. */
  more: boolean;
};

/** An article and what stands around it, as a reader of these audiences sees them; null when they may not see it. */
export const loadArticle = async (
  locale: Locale,
  collectionSlug: string,
  slug: string,
  audiences: Audiences,
): Promise<ArticlePage | null> => {
  const [found, home] = [
    await article(locale, collectionSlug, slug, audiences),
    collection(locale, collectionSlug, audiences),
  ];
  if (!found || !home) return null;
  return {
    article: found,
    collection: home,
    ...neighbours(found, audiences),
    related: relatedArticles(found, audiences),
    alternates: alternates('article', found.key, audiences),
    more: hasReservedBeside(found),
  };
};

/** What search engines and link previews are told of an article. */
export const articleMetadata = ({ article: shown, alternates: translations }: ArticlePage): Metadata => ({
  ...pageMetadata({
    title: shown.title,
    description: shown.lead,
    path: shown.original?.path ?? pathOf(shown),
    alternates: translations,
    writing: shown,
  }),
  authors: [{ name: shown.author }],
  keywords: [...shown.keywords],
});
