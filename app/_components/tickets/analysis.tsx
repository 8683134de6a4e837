import { useTranslations } from 'next-intl';
import type { FormState } from '@/app/_forms/state';
import type { RouterOutputs } from '@/app/_trpc/outputs';
import type { Locale } from '@/domain/people/locale';
import type { TicketMark } from '@/domain/tickets/history';
import { ActionButton } from './action-button';
import { GradeForm } from './grade-form';

type AnalysisProps = {
  ticket: RouterOutputs['tickets']['show'];
  locale: Locale;
  levels: readonly { key: string; name: string }[];
  markAction: (previous: FormState, form: FormData) => Promise<FormState>;
  gradeAction: (previous: FormState, form: FormData) => Promise<FormState>;
};

/** What the desk finds out about a report, and what its deadlines depend on. */
export const Analysis = ({ ticket, locale, levels, markAction, gradeAction }: AnalysisProps) => {
  const t = useTranslations('desk.marks');
  if (ticket.customerState === 'closed') return null;
  const mark = (name: TicketMark, on: boolean, words: string) => (
    <ActionButton
      action={markAction}
      fields={{ locale, number: String(ticket.number), mark: name, on: on ? '1' : '' }}
      done={t('done')}
      size="sm"
      icon={on ? 'check' : 'minus'}
    >
      {words}
    </ActionButton>
  );
  return (
    <section aria-labelledby="analysis" className="grid gap-4">
      <h2 id="analysis" className="text-base font-semibold">
        {t('title')}
      </h2>
      <div className="flex flex-wrap gap-2">
        <div data-key="complete">
          {mark('complete', !ticket.complete, t(ticket.complete ? 'incomplete' : 'complete'))}
        </div>
        {ticket.needsReproduction
          ? mark('reproducible', !ticket.reproducible, t(ticket.reproducible ? 'notReproducible' : 'reproducible'))
          : null}
      </div>
      {ticket.complete ? null : <p className="text-sm text-ink-soft">{t('incompleteHint')}</p>}
      <GradeForm
        locale={locale}
        number={ticket.number}
        level={ticket.criticality}
        levels={levels}
        action={gradeAction}
      />
    </section>
  );
};
