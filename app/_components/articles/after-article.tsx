import { FeedbackBox } from '@/app/_components/feedback/feedback-box';
import type { ArticleEntry } from '@/server/kernel/content';

/** What readers may say under an article. */
export const AfterArticle = ({ article, related }: { article: ArticleEntry; related: readonly ArticleEntry[] }) => (
  <FeedbackBox article={article} related={related} />
);
