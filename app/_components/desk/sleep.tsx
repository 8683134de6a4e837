import { useTranslations } from 'next-intl';
import { ActionButton } from '@/app/_components/tickets/action-button';
import { SnoozeForm } from '@/app/_components/tickets/snooze-form';
import { useMoment } from '@/app/_components/tickets/use-moment';
import type { RouterOutputs } from '@/app/_trpc/outputs';
import { snoozeRequest, wakeRequest } from '@/app/[locale]/desk/actions';
import type { Locale } from '@/domain/people/locale';

type Shown = RouterOutputs['tickets']['show'];

/** Puts a request to sleep, in words, or wakes one that sleeps. */
export const Sleep = ({ ticket, locale }: { ticket: Shown; locale: Locale }) => {
  const t = useTranslations('desk.snooze');
  const moment = useMoment();
  if (ticket.customerState === 'closed') return null;
  if (!ticket.snoozedUntil) {
    return (
      <details>
        <summary className="cursor-pointer text-sm font-semibold">{t('title')}</summary>
        <div className="mt-3">
          <SnoozeForm locale={locale} number={ticket.number} action={snoozeRequest} />
        </div>
      </details>
    );
  }
  return (
    <div className="grid gap-2">
      <p className="text-sm">{t('sleeps', { until: moment(ticket.snoozedUntil.getTime()) })}</p>
      <ActionButton action={wakeRequest} fields={{ locale, number: String(ticket.number) }} done={t('woken')} size="sm">
        {t('wake')}
      </ActionButton>
    </div>
  );
};
