import { useTranslations } from 'next-intl';
import type { ArticleEntry } from '@/server/kernel/content';
import { Day, DayAgo } from './day';

/** Who wrote it, how long it takes, how fresh it is. */
export const ArticleMeta = ({ article, now }: { article: ArticleEntry; now: Date }) => {
  const t = useTranslations('articles');
  return (
    <>
      <span>{t('by', { author: article.author })}</span>
      <span className="after-dot">{t('readingTime', { minutes: article.readingMinutes })}</span>
      <span className="after-dot">
        {t.rich('updated', { day: () => <DayAgo day={article.changedOn} now={now} /> })}
      </span>
      <span className="after-dot">
        {t.rich('reviewedAgo', { day: () => <DayAgo day={article.reviewedOn} now={now} /> })}
      </span>
    </>
  );
};

/** Changed and checked are two things: an old text that was read again last week is still true. */
export const ArticleReviewed = ({ article }: { article: ArticleEntry }) => {
  const t = useTranslations('articles');
  return (
    <p className="facts mt-12 border-t border-line pt-5 text-sm text-ink-faint">
      <span>{t.rich('published', { day: () => <Day day={article.publishedOn} /> })}</span>
      <span className="after-dot">{t.rich('changed', { day: () => <Day day={article.changedOn} /> })}</span>
      <span className="after-dot">{t.rich('reviewed', { day: () => <Day day={article.reviewedOn} /> })}</span>
    </p>
  );
};
