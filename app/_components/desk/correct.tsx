import type { RouterOutputs } from '@/app/_trpc/outputs';
import type { Locale } from '@/domain/people/locale';
import { inLocale } from '@/domain/people/localised';
import { correctAnswers, takeBackStep } from './correct-action';
import { CorrectForm } from './correct-form';

/** Fills in and corrects the answers of a request's form, below them; not once it is closed, nor where its form asks nothing. */
export const Correct = ({ ticket, locale }: { ticket: RouterOutputs['tickets']['show']; locale: Locale }) => {
  if (ticket.customerState === 'closed' || ticket.form.length === 0) return null;
  return (
    <CorrectForm
      locale={locale}
      number={ticket.number}
      missing={ticket.missing.flatMap(({ kind, key }) => (kind === 'field' ? [key] : []))}
      fields={ticket.form.map(({ label, help, why, options, ...field }) => ({
        ...field,
        label: inLocale(label, locale),
        help: help ? inLocale(help, locale) : '',
        why: why ? inLocale(why, locale) : '',
        options: options.map(({ key, name }) => ({ value: key, label: inLocale(name, locale) })),
      }))}
      action={correctAnswers}
      takeBack={takeBackStep}
    />
  );
};
