import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { CommentBody } from '@/app/_components/comments/comment-body';
import { CommentForm } from '@/app/_components/comments/comment-form';
import { type CommentPageProps, loadCommentPage } from '@/app/_components/comments/load-comment-page';
import { OwnComments } from '@/app/_components/comments/own-comments';
import { commentAlternates, commentWay } from '@/app/_components/comments/way';
import { Breadcrumb } from '@/app/_components/ui/breadcrumb';
import { Callout } from '@/app/_components/ui/callout';
import { PageHeader } from '@/app/_components/ui/page-header';
import { TextLink } from '@/app/_components/ui/text-link';
import { takeFlash } from '@/app/_forms/flash';
import { pageInput } from '@/app/_forms/page-input';
import { ReadingPage } from '@/app/_site/reading-page';
import { orNotFound, serverApi } from '@/app/_trpc/server';
import { eraseComment, saveComment } from '../actions';

export const generateMetadata = async (props: CommentPageProps): Promise<Metadata> => {
  const { locale } = await pageInput(props);
  const t = await getTranslations({ locale, namespace: 'comments' });
  return { title: t('write'), robots: { index: false } };
};

const DONE = ['waiting', 'published', 'erased'] as const;

const Quoted = ({ title, html }: { title: string; html: string }) => (
  <figure className="rounded-lg border border-line bg-sunken p-4">
    <figcaption className="mb-2 text-sm font-semibold text-ink-soft">{title}</figcaption>
    <CommentBody html={html} />
  </figure>
);

/** Where signed-in readers write about an article, and see what became of what they wrote. */
export default async function WriteCommentPage(props: CommentPageProps) {
  const { page, base, about, query } = await loadCommentPage(props, '/write');
  const here = `${base}/write`;
  const { comments } = await serverApi();
  const own = await orNotFound(comments.own(about), here);
  const answered = query.to ? await orNotFound(comments.show({ ...about, id: query.to }), here) : null;
  const edited = own.comments.find((comment) => comment.id === query.edit && comment.editableUntil);
  const flash = await takeFlash('comment');
  const done = flash ? undefined : DONE.find((kind) => kind === query.done);
  const t = await getTranslations('comments');
  const tArticles = await getTranslations('articles');
  return (
    <ReadingPage locale={about.locale} section="help" alternates={commentAlternates(page, '/write')}>
      <div className="grid max-w-form gap-8">
        <PageHeader
          above={<Breadcrumb items={[...commentWay(page, tArticles('title')), { href: base, label: t('title') }]} />}
          title={t(edited ? 'change' : answered ? 'answerTo' : 'write', { name: answered?.author.name ?? '' })}
          lead={page.article.title}
        />
        {done ? (
          <Callout tone="positive" role="status" title={t(`done.${done}.title`)}>
            <p>{t(`done.${done}.text`)}</p>
            <p>
              <TextLink href={base}>{t('read')}</TextLink>
            </p>
          </Callout>
        ) : null}
        {own.closed ? <Callout tone="neutral">{t('closed')}</Callout> : null}
        {answered ? <Quoted title={answered.author.name} html={answered.bodyHtml} /> : null}
        {own.closed || done ? null : (
          <CommentForm
            action={saveComment}
            locale={about.locale}
            here={here}
            articleKey={about.articleKey}
            flash={flash}
            idempotencyKey={randomUUID()}
            to={answered?.id}
            edited={edited && { id: edited.id, body: edited.bodyText }}
          />
        )}
        {own.comments.length === 0 ? null : (
          <section aria-labelledby="own" className="grid gap-4">
            <h2 id="own" className="text-xl">
              {t('own.title')}
            </h2>
            <OwnComments comments={own.comments} locale={about.locale} here={here} base={base} erase={eraseComment} />
          </section>
        )}
      </div>
    </ReadingPage>
  );
}
