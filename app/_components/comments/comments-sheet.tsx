import { useTranslations } from 'next-intl';
import { AudienceBadge } from '@/app/_components/articles/audience-badge';
import type { ArticlePage } from '@/app/_components/articles/load-article';
import { Breadcrumb } from '@/app/_components/ui/breadcrumb';
import { LinkButton } from '@/app/_components/ui/button';
import { Callout } from '@/app/_components/ui/callout';
import { EmptyState } from '@/app/_components/ui/empty-state';
import { PageHeader } from '@/app/_components/ui/page-header';
import { PageTurner } from '@/app/_components/ui/page-turner';
import { ReadingPage } from '@/app/_site/reading-page';
import type { RouterOutputs } from '@/app/_trpc/outputs';
import { pathOf } from '@/server/kernel/content';
import { CommentThreads } from './comment-threads';
import { commentAlternates, commentWay } from './way';

type CommentsSheetProps = { page: ArticlePage; told: RouterOutputs['comments']['list']; now: Date };

/** The comments of an article as a page of their own; the reading script takes what is inside `data-fragment` into the article. */
export const CommentsSheet = ({ page, told, now }: CommentsSheetProps) => {
  const t = useTranslations('comments');
  const tArticles = useTranslations('articles');
  const { article } = page;
  const base = `${pathOf(article)}/comments`;
  const writing = (
    <LinkButton href={`${base}/write`} rel="nofollow" icon="message">
      {t('write')}
    </LinkButton>
  );
  return (
    <ReadingPage locale={article.locale} section="help" alternates={commentAlternates(page)}>
      <div className="grid max-w-reading gap-9">
        <PageHeader
          above={<Breadcrumb items={commentWay(page, tArticles('title'))} />}
          title={t('title')}
          lead={article.title}
          meta={
            <>
              <AudienceBadge audience={article.audience} />
              <span>{t('count', { count: told.count })}</span>
            </>
          }
        />
        <div data-fragment="comments" className="grid gap-8">
          {told.closed ? <Callout tone="neutral">{t('closed')}</Callout> : null}
          {told.threads.length > 0 ? (
            <>
              <CommentThreads threads={told.threads} base={base} closed={told.closed} now={now} />
              <PageTurner base={`${base}/more`} previous={told.previous} next={told.next} />
            </>
          ) : told.closed ? null : (
            <EmptyState icon="message" heading="p" title={t('empty')}>
              <p>{t('emptyBody')}</p>
            </EmptyState>
          )}
          {told.closed ? null : (
            <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
              {writing}
              <p className="text-sm text-ink-soft">{t('moderated')}</p>
            </div>
          )}
        </div>
      </div>
    </ReadingPage>
  );
};
