import { getTranslations } from 'next-intl/server';
import { Button } from '@/app/_components/ui/button';
import { takeFlash } from '@/app/_forms/flash';
import { FormMessage } from '@/app/_forms/form-message';
import { HiddenFields } from '@/app/_forms/hidden-fields';
import { SelectField } from '@/app/_forms/select-field';
import type { RouterOutputs } from '@/app/_trpc/outputs';
import type { Locale } from '@/domain/people/locale';
import { VERDICTS } from '@/domain/tickets/verdict';
import { judgeRequest } from './join-actions';

type VerdictFormProps = { ticket: RouterOutputs['tickets']['show']; locale: Locale };

/** What the analysis has shown; the customer does not read it. */
export const VerdictForm = async ({ ticket, locale }: VerdictFormProps) => {
  const t = await getTranslations('desk.verdict');
  const tVerdict = await getTranslations('tickets.verdict');
  const flash = await takeFlash('judge');
  return (
    <form key={ticket.verdict} action={judgeRequest} noValidate className="grid gap-3">
      <HiddenFields locale={locale} />
      <input type="hidden" name="number" value={ticket.number} />
      {flash && Object.keys(flash.fields).length === 0 ? <FormMessage flash={flash} /> : null}
      <div className="flex items-end gap-2 [&>:first-child]:min-w-0 [&>:first-child]:flex-1">
        <SelectField
          id="verdict"
          name="verdict"
          label={t('label')}
          flash={flash}
          defaultValue={ticket.verdict ?? ''}
          options={[
            { value: '', label: tVerdict('none') },
            ...VERDICTS.map((value) => ({ value, label: tVerdict(value) })),
          ]}
        />
        <Button type="submit">{t('submit')}</Button>
      </div>
    </form>
  );
};
