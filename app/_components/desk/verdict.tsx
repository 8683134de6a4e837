import { getTranslations } from 'next-intl/server';
import { Button } from '@/app/_components/ui/button';
import { Field } from '@/app/_components/ui/field';
import { takeFlash } from '@/app/_forms/flash';
import { FormMessage } from '@/app/_forms/form-message';
import { HiddenFields } from '@/app/_forms/hidden-fields';
import { KeptSelect } from '@/app/_forms/kept-select';
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
    <form action={judgeRequest} noValidate className="grid gap-3">
      <HiddenFields locale={locale} />
      <input type="hidden" name="number" value={ticket.number} />
      <FormMessage flash={flash} />
      <Field id="verdict" label={t('label')} hint={t('hint')}>
        {({ required: _, ...wiring }) => (
          <KeptSelect
            {...wiring}
            name="verdict"
            defaultValue={ticket.verdict ?? ''}
            placeholder={tVerdict('none')}
            options={VERDICTS.map((value) => ({ value, label: tVerdict(value) }))}
          />
        )}
      </Field>
      <Button type="submit" className="justify-self-start">
        {t('submit')}
      </Button>
    </form>
  );
};
