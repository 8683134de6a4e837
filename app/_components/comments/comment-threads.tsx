import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Avatar } from '@/app/_components/ui/avatar';
import { Badge } from '@/app/_components/ui/badge';
import { TextLink } from '@/app/_components/ui/text-link';
import { RelativeTime } from '@/app/_components/ui/time';
import { withQuery } from '@/app/_forms/page-input';
import type { RouterOutputs } from '@/app/_trpc/outputs';
import { CommentBody } from './comment-body';

type Threads = RouterOutputs['comments']['list']['threads'];
type Comment = Omit<Threads[number], 'answers' | 'goesOn'>;
type Place = { base: string; closed: boolean; now: Date };

const Links = ({ comment, base, closed }: Place & { comment: Comment }) => {
  const t = useTranslations('comments');
  const name = comment.author?.name ?? '';
  const link = 'text-ink-soft underline decoration-line-strong hover:text-accent';
  return (
    <p className="mt-2 flex flex-wrap gap-x-4 gap-y-1 text-sm">
      {closed ? null : (
        <a href={withQuery(`${base}/write`, { to: comment.id })} rel="nofollow" className={link}>
          {t('answer')} <span className="sr-only">{t('toName', { name })}</span>
        </a>
      )}
      <a href={withQuery(`${base}/report`, { id: comment.id })} rel="nofollow" className={link}>
        {t('report')} <span className="sr-only">{t('ofName', { name })}</span>
      </a>
    </p>
  );
};

const CommentCard = ({ comment, children, ...place }: Place & { comment: Comment; children?: ReactNode }) => {
  const t = useTranslations('comments');
  const { author } = comment;
  if (!author) {
    return (
      <article id={`comment-${comment.id}`} className="scroll-mt-28">
        <p className="text-ink-faint italic">{t('erased')}</p>
        {children}
      </article>
    );
  }
  return (
    <article
      id={`comment-${comment.id}`}
      aria-labelledby={`comment-${comment.id}-author`}
      className="scroll-mt-28 rounded-md target:outline-2 target:outline-offset-8 target:outline-accent-line"
    >
      <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1 text-sm text-ink-faint">
        <Avatar name={author.name} staff={author.staff} />
        <b id={`comment-${comment.id}-author`} className="text-[0.9375rem] text-ink">
          {author.name}
        </b>
        {author.staff ? <Badge tone="accent">{t('staff')}</Badge> : null}
        {comment.status === 'waiting' ? <Badge tone="warning">{t('status.waiting')}</Badge> : null}
        <RelativeTime at={comment.createdAt} now={place.now} />
        {comment.editedAt ? <span>{t('edited')}</span> : null}
      </div>
      <div className="mt-2 sm:ps-10.5">
        <CommentBody html={comment.bodyHtml} />
        {comment.own ? null : <Links comment={comment} {...place} />}
        {children}
      </div>
    </article>
  );
};

/** Comments in threads, oldest first; the same for everybody on a stored page. */
export const CommentThreads = ({ threads, ...place }: Place & { threads: Threads }) => {
  const t = useTranslations('comments');
  return (
    <ol className="grid gap-8">
      {threads.map((thread) => (
        <li key={thread.id}>
          <CommentCard comment={thread} {...place}>
            {thread.answers.length === 0 ? null : (
              <ol aria-label={t('answers')} className="mt-5 grid gap-6 border-s border-line ps-5">
                {thread.answers.map((answer) => (
                  <li key={answer.id}>
                    <CommentCard comment={answer} {...place} />
                  </li>
                ))}
              </ol>
            )}
            {thread.goesOn ? (
              <p className="mt-5 border-s border-line ps-5 text-sm">
                <TextLink href={withQuery(`${place.base}/more`, { thread: thread.id, after: thread.goesOn })}>
                  {t('moreAnswers')}{' '}
                  {thread.author ? <span className="sr-only">{t('toName', { name: thread.author.name })}</span> : null}
                </TextLink>
              </p>
            ) : null}
          </CommentCard>
        </li>
      ))}
    </ol>
  );
};
