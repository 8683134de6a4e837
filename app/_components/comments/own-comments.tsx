import { useTranslations } from 'next-intl';
import { Badge } from '@/app/_components/ui/badge';
import { Button } from '@/app/_components/ui/button';
import { TextLink } from '@/app/_components/ui/text-link';
import { ExactTime } from '@/app/_components/ui/time';
import { HiddenFields } from '@/app/_forms/hidden-fields';
import { withQuery } from '@/app/_forms/page-input';
import type { RouterOutputs } from '@/app/_trpc/outputs';
import { EDIT_MINUTES } from '@/domain/comments/rules';
import type { Locale } from '@/domain/people/locale';
import { CommentBody } from './comment-body';

type Own = RouterOutputs['comments']['own']['comments'][number];

type OwnCommentsProps = {
  comments: readonly Own[];
  locale: Locale;
  /** The page these stand on. */
  here: string;
  base: string;
  erase: (data: FormData) => Promise<void>;
};

const TONES = {
  waiting: 'warning',
  approved: 'positive',
  rejected: 'danger',
  spam: 'warning',
  erased: 'neutral',
} as const;

const Erasing = ({ comment, locale, here, erase }: Omit<OwnCommentsProps, 'comments' | 'base'> & { comment: Own }) => {
  const t = useTranslations('comments.own');
  return (
    <details>
      <summary className="text-ink-soft underline decoration-line-strong hover:text-accent">{t('erase')}</summary>
      <form action={erase} className="mt-2 grid justify-items-start gap-2">
        <HiddenFields locale={locale} next={here} />
        <input type="hidden" name="id" value={comment.id} />
        <p className="text-ink-soft">{t('eraseHint')}</p>
        <Button type="submit" size="sm" variant="danger">
          {t('eraseForGood')}
        </Button>
      </form>
    </details>
  );
};

/** What one wrote under an article: where it stands, and what can still be done. */
export const OwnComments = ({ comments, base, ...rest }: OwnCommentsProps) => {
  const t = useTranslations('comments');
  return (
    <ul className="grid gap-4">
      {comments.map((comment) => (
        <li key={comment.id} className="grid gap-3 rounded-lg border border-line bg-surface p-4 sm:p-5">
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-ink-faint">
            <Badge tone={TONES[comment.status]}>{t(`status.${comment.status}`)}</Badge>
            <ExactTime at={comment.createdAt} hour />
            {comment.editedAt ? <span>{t('edited')}</span> : null}
          </p>
          <CommentBody html={comment.bodyHtml} />
          {comment.rejection ? (
            <div className="border-s-2 border-danger-line ps-3 text-[0.9375rem] text-ink-soft">
              <p>{t(`rejection.${comment.rejection}`)}</p>
              {comment.rejectionWords ? <p className="mt-1 whitespace-pre-line">{comment.rejectionWords}</p> : null}
            </div>
          ) : null}
          <div className="flex flex-wrap items-start gap-x-5 gap-y-2 text-sm">
            {comment.status === 'approved' ? (
              <TextLink href={`${withQuery(`${base}/more`, { comment: comment.id })}#comment-${comment.id}`}>
                {t('own.see')}
              </TextLink>
            ) : null}
            {comment.editableUntil ? (
              <TextLink href={withQuery(`${base}/write`, { edit: comment.id })}>
                {t('own.edit', { minutes: EDIT_MINUTES })}
              </TextLink>
            ) : null}
            <TextLink href={withQuery(`/${rest.locale}/comments/stop`, { token: comment.stopToken })}>
              {t(comment.stopped ? 'own.stopped' : 'own.stop')}
            </TextLink>
            <Erasing comment={comment} {...rest} />
          </div>
        </li>
      ))}
    </ul>
  );
};
