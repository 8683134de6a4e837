import { CommentsTeaser } from '@/app/_components/comments/comments-teaser';
import { FeedbackBox } from '@/app/_components/feedback/feedback-box';
import { type ArticleEntry, pathOf } from '@/server/kernel/content';
import type { ArticlePage } from './load-article';

type AfterArticleProps = { article: ArticlePage['article']; related: readonly ArticleEntry[] };

/** What readers may say under an article. One that stands in for a missing translation is talked about where it was written. */
export const AfterArticle = ({ article, related }: AfterArticleProps) => (
  <>
    <FeedbackBox article={article} related={related} />
    <CommentsTeaser path={article.original?.path ?? pathOf(article)} closed={!article.comments} />
  </>
);
