import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { CommentBody } from '@/app/_components/comments/comment-body';
import { type CommentPageProps, loadCommentPage } from '@/app/_components/comments/load-comment-page';
import { ReportForm } from '@/app/_components/comments/report-form';
import { commentAlternates, commentWay } from '@/app/_components/comments/way';
import { Breadcrumb } from '@/app/_components/ui/breadcrumb';
import { Callout } from '@/app/_components/ui/callout';
import { PageHeader } from '@/app/_components/ui/page-header';
import { TextLink } from '@/app/_components/ui/text-link';
import { takeFlash } from '@/app/_forms/flash';
import { pageInput } from '@/app/_forms/page-input';
import { ReadingPage } from '@/app/_site/reading-page';
import { orNotFound, serverApi } from '@/app/_trpc/server';
import { reportComment } from '../actions';

export const generateMetadata = async (props: CommentPageProps): Promise<Metadata> => {
  const { locale } = await pageInput(props);
  const t = await getTranslations({ locale, namespace: 'comments.reporting' });
  return { title: t('title'), robots: { index: false } };
};

/** Where a signed-in reader tells the moderators of a comment that should not stand there. */
export default async function ReportCommentPage(props: CommentPageProps) {
  const { page, base, about, query } = await loadCommentPage(props, '/report');
  const here = `${base}/report`;
  const t = await getTranslations('comments');
  const tArticles = await getTranslations('articles');
  const flash = await takeFlash('report');
  const done = !flash && query.done === 'reported';
  if (!done && !query.id) notFound();
  const comment = done
    ? null
    : await orNotFound((await serverApi()).comments.show({ ...about, id: query.id ?? '' }), here);
  return (
    <ReadingPage locale={about.locale} section="help" alternates={commentAlternates(page)}>
      <div className="grid max-w-form gap-8">
        <PageHeader
          above={<Breadcrumb items={[...commentWay(page, tArticles('title')), { href: base, label: t('title') }]} />}
          title={t('reporting.title')}
          lead={t('reporting.lead')}
        />
        {comment ? (
          <>
            <figure className="rounded-lg border border-line bg-sunken p-4">
              <figcaption className="mb-2 text-sm font-semibold text-ink-soft">{comment.author.name}</figcaption>
              <CommentBody html={comment.bodyHtml} />
            </figure>
            <ReportForm action={reportComment} locale={about.locale} here={here} id={comment.id} flash={flash} />
          </>
        ) : (
          <Callout tone="positive" role="status" title={t('reporting.done')}>
            <p>
              <TextLink href={base}>{t('reporting.back')}</TextLink>
            </p>
          </Callout>
        )}
      </div>
    </ReadingPage>
  );
}
