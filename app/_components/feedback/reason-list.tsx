import { useTranslations } from 'next-intl';
import { Badge } from '@/app/_components/ui/badge';
import { Button } from '@/app/_components/ui/button';
import { ExactTime } from '@/app/_components/ui/time';
import type { RouterOutputs } from '@/app/_trpc/outputs';

type Reason = RouterOutputs['articles']['feedbackOf']['reasons'][number];

type ReasonListProps = {
  reasons: readonly Reason[];
  action: (data: FormData) => Promise<void>;
  /** Where the action comes back to. */
  fields: Record<string, string>;
};

const TONES = { yes: 'positive', partly: 'warning', no: 'danger' } as const;

const HandleForm = ({ reason, action, fields }: Omit<ReasonListProps, 'reasons'> & { reason: Reason }) => {
  const t = useTranslations('feedback.studio');
  const handled = reason.handledAt !== null;
  return (
    <form action={action}>
      {Object.entries({ ...fields, id: reason.id, handled: handled ? 'no' : 'yes' }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button type="submit" size="sm" variant={handled ? 'quiet' : 'secondary'} icon={handled ? 'undo' : 'check'}>
        {t(handled ? 'reopen' : 'handle')}
      </Button>
    </form>
  );
};

/** What readers wrote, in full; what is dealt with stays below, quieter, and can be taken up again. */
export const ReasonList = ({ reasons, ...form }: ReasonListProps) => {
  const t = useTranslations('feedback');
  return (
    <ul className="grid gap-3">
      {reasons.map((reason) => (
        <li
          key={reason.id}
          id={`reason-${reason.id}`}
          className="grid gap-2.5 rounded-lg border border-line bg-surface p-4 target:border-accent"
        >
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5 text-sm text-ink-soft">
            <Badge tone={TONES[reason.verdict]}>{t(`verdicts.${reason.verdict}`)}</Badge>
            {reason.reason ? <b className="text-ink">{t(`reasons.${reason.reason}`)}</b> : null}
            <ExactTime at={reason.votedAt} />
          </div>
          {reason.words ? <p className="max-w-reading whitespace-pre-line">{reason.words}</p> : null}
          <div className="flex flex-wrap items-center gap-3 text-sm text-ink-soft">
            <HandleForm reason={reason} {...form} />
            {reason.handledAt ? (
              <span>
                {t.rich('studio.handledBy', {
                  name: reason.handledBy ?? '',
                  day: () => (reason.handledAt ? <ExactTime at={reason.handledAt} /> : null),
                })}
              </span>
            ) : null}
          </div>
        </li>
      ))}
    </ul>
  );
};
