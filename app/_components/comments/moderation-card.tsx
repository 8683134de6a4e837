import { useTranslations } from 'next-intl';
import { Badge } from '@/app/_components/ui/badge';
import { Button } from '@/app/_components/ui/button';
import { Field } from '@/app/_components/ui/field';
import { Select } from '@/app/_components/ui/select';
import { TextLink } from '@/app/_components/ui/text-link';
import { Textarea } from '@/app/_components/ui/textarea';
import { ExactTime } from '@/app/_components/ui/time';
import type { Flash } from '@/app/_forms/flash';
import { withQuery } from '@/app/_forms/page-input';
import { usePhrase } from '@/app/_forms/use-phrase';
import type { RouterOutputs } from '@/app/_trpc/outputs';
import { REJECTION_REASONS } from '@/domain/comments/status';
import { CommentBody } from './comment-body';

type Queued = RouterOutputs['comments']['queue']['comments'][number];

/** Why a comment, or all that are ticked (`about` = `all`), is refused; the author reads it. */
export const RejectionFields = ({ about, flash }: { about: string; flash: Flash | null }) => {
  const t = useTranslations('comments');
  const say = usePhrase();
  const mine = flash?.values.about === about ? flash : null;
  return (
    <details open={mine !== null} className="basis-full">
      <summary className="w-fit text-sm font-medium text-danger underline">{t('studio.rejecting')}</summary>
      <div className="mt-3 grid max-w-form gap-3">
        <Field id={`reason-${about}`} label={t('studio.reason')} error={say(mine?.fields.reason)}>
          {({ required: _, ...wiring }) => (
            <Select
              {...wiring}
              name={`reason:${about}`}
              options={REJECTION_REASONS.map((value) => ({ value, label: t(`studio.reasons.${value}`) }))}
              defaultValue={mine?.values.reason ?? 'off-topic'}
            />
          )}
        </Field>
        <Field
          id={`words-${about}`}
          label={t('studio.words')}
          hint={t('studio.wordsHint')}
          error={say(mine?.fields.words)}
          optional
        >
          {(wiring) => <Textarea {...wiring} name={`words:${about}`} rows={2} defaultValue={mine?.values.words} />}
        </Field>
        <Button type="submit" size="sm" variant="danger" name="act" value={`rejected:${about}`} className="w-fit">
          {t('studio.moves.rejected')}
        </Button>
      </div>
    </details>
  );
};

const Reports = ({ comment }: { comment: Queued }) => {
  const t = useTranslations('comments');
  if (comment.reports.length === 0) return null;
  return (
    <ul aria-label={t('studio.reports')} className="grid gap-1 border-s-2 border-warning-line ps-3 text-sm">
      {comment.reports.map((report) => (
        <li key={`${report.reporter}-${report.at.toISOString()}`}>
          <b>{t(`reporting.reasons.${report.reason}`)}</b> – {report.reporter}
          {report.words ? <span className="block text-ink-soft">{report.words}</span> : null}
        </li>
      ))}
    </ul>
  );
};

const ICONS = { approved: 'check', spam: 'flag', waiting: 'undo' } as const;

/** A comment in the moderators' queue with what can be made of it. */
export const ModerationCard = ({ comment, flash }: { comment: Queued; flash: Flash | null }) => {
  const t = useTranslations('comments');
  const { article } = comment;
  return (
    <li className="grid grid-cols-[auto_1fr] gap-x-3 rounded-lg border border-line bg-surface p-4">
      <input
        type="checkbox"
        name="ids"
        value={comment.id}
        aria-label={t('studio.choose', { name: comment.author.name })}
        className="mt-0.5 size-[1.125rem]"
      />
      <div className="grid min-w-0 gap-3">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-ink-soft">
          <b className="text-ink">{comment.author.name}</b>
          {comment.staff ? <Badge tone="accent">{t('staff')}</Badge> : null}
          <span className="wrap-anywhere">{comment.author.email}</span>
          <ExactTime at={comment.createdAt} hour />
          {comment.editedAt ? <span>{t('edited')}</span> : null}
        </div>
        <p className="text-sm">
          {article ? <TextLink href={article.path}>{article.title}</TextLink> : comment.articleKey}{' '}
          <span className="text-ink-faint">({t(`studio.languages.${comment.locale}`)})</span>
        </p>
        {comment.answers === null ? null : (
          <p className="line-clamp-2 border-s-2 border-line ps-3 text-sm text-ink-soft">
            {t('studio.answers')} {comment.answers}
          </p>
        )}
        <CommentBody html={comment.bodyHtml} />
        {comment.rejection ? (
          <p className="text-sm text-ink-soft">
            {t(`studio.reasons.${comment.rejection}`)}
            {comment.rejectionWords ? <span className="block">{comment.rejectionWords}</span> : null}
          </p>
        ) : null}
        <Reports comment={comment} />
        <div className="flex flex-wrap items-center gap-2">
          {comment.reports.length > 0 && comment.status === 'approved' ? (
            <Button type="submit" size="sm" icon="check" name="act" value={`approved:${comment.id}`}>
              {t('studio.keep')}
            </Button>
          ) : null}
          {comment.moves.map((to) =>
            to === 'rejected' || to === 'erased' ? null : (
              <Button key={to} type="submit" size="sm" icon={ICONS[to]} name="act" value={`${to}:${comment.id}`}>
                {t(`studio.moves.${to}`)}
              </Button>
            ),
          )}
          {article && comment.status === 'approved' ? (
            <TextLink
              href={withQuery(`${article.path}/comments/write`, { to: comment.id })}
              className="px-2 text-sm font-medium"
            >
              {t('answer')}
            </TextLink>
          ) : null}
          {comment.moves.includes('rejected') ? <RejectionFields about={comment.id} flash={flash} /> : null}
        </div>
      </div>
    </li>
  );
};
