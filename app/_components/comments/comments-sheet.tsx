import { useTranslations } from 'next-intl';
import { AudienceBadge } from '@/app/_components/articles/audience-badge';
import type { ArticlePage } from '@/app/_components/articles/load-article';
import { Breadcrumb } from '@/app/_components/ui/breadcrumb';
import { LinkButton } from '@/app/_components/ui/button';
import { Callout } from '@/app/_components/ui/callout';
import { EmptyState } from '@/app/_components/ui/empty-state';
import { PageHeader } from '@/app/_components/ui/page-header';
import { PageTurner } from '@/app/_components/ui/page-turner';
import { TextLink } from '@/app/_components/ui/text-link';
import { usePhrase } from '@/app/_forms/use-phrase';
import { ReadingPage } from '@/app/_site/reading-page';
import type { RouterOutputs } from '@/app/_trpc/outputs';
import { Refusal } from '@/domain/refusal';
import { pathOf } from '@/server/kernel/content';
import { CommentThreads } from './comment-threads';
import { commentAlternates, commentWay } from './way';

type Told = RouterOutputs['comments']['more'];
type CommentsSheetProps = { page: ArticlePage; told: Told | Refusal; now: Date };

const Threads = ({ told, base, now }: { told: Told; base: string; now: Date }) => {
  const t = useTranslations('comments');
  if (told.threads.length > 0) {
    return (
      <>
        <CommentThreads threads={told.threads} base={base} closed={told.closed} now={now} />
        <PageTurner base={`${base}/more`} query={{ thread: told.thread }} previous={told.previous} next={told.next} />
      </>
    );
  }
  return told.closed ? null : (
    <EmptyState icon="message" heading="p" title={t('empty')}>
      <p>{t('emptyBody')}</p>
    </EmptyState>
  );
};

/** The comments of an article as a page of their own; the reading script takes what is inside `data-fragment` into the article. */
export const CommentsSheet = ({ page, told, now }: CommentsSheetProps) => {
  const t = useTranslations('comments');
  const tArticles = useTranslations('articles');
  const say = usePhrase();
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
              {told instanceof Refusal ? null : <span>{t('count', { count: told.count })}</span>}
            </>
          }
        />
        <div data-fragment="comments" className="grid gap-8">
          {told instanceof Refusal ? (
            <Callout tone="warning" role="alert">
              <p>{say({ key: told.messageKey, data: told.data })}</p>
            </Callout>
          ) : (
            <>
              {told.closed ? <Callout tone="neutral">{t('closed')}</Callout> : null}
              {told.thread ? (
                <p>
                  <TextLink href={base}>{t('all')}</TextLink>
                </p>
              ) : null}
              <Threads told={told} base={base} now={now} />
            </>
          )}
          {told instanceof Refusal || told.closed ? null : (
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
