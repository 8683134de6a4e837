import { useTranslations } from 'next-intl';
import { Button } from '@/app/_components/ui/button';
import { Field } from '@/app/_components/ui/field';
import { RadioGroup } from '@/app/_components/ui/radio-group';
import { Textarea } from '@/app/_components/ui/textarea';
import type { Flash } from '@/app/_forms/flash';
import { FormMessage } from '@/app/_forms/form-message';
import { HiddenFields } from '@/app/_forms/hidden-fields';
import { usePhrase } from '@/app/_forms/use-phrase';
import { REPORT_REASONS } from '@/domain/comments/status';
import type { Locale } from '@/domain/people/locale';

type ReportFormProps = {
  action: (data: FormData) => Promise<void>;
  locale: Locale;
  here: string;
  id: string;
  flash: Flash | null;
};

/** What is wrong with a comment, for the moderators alone. */
export const ReportForm = ({ action, locale, here, id, flash }: ReportFormProps) => {
  const t = useTranslations('comments.reporting');
  const say = usePhrase();
  return (
    <form action={action} className="grid gap-6" noValidate>
      <HiddenFields locale={locale} next={here} />
      <input type="hidden" name="id" value={id} />
      <FormMessage flash={flash} />
      <RadioGroup
        name="reason"
        legend={t('reason')}
        error={say(flash?.fields.reason)}
        defaultValue={flash?.values.reason}
        options={REPORT_REASONS.map((value) => ({ value, label: t(`reasons.${value}`) }))}
      />
      <Field id="words" label={t('words')} error={say(flash?.fields.words)} optional>
        {(wiring) => <Textarea {...wiring} name="words" rows={3} defaultValue={flash?.values.words} />}
      </Field>
      <Button type="submit" variant="primary" size="lg" className="justify-self-start">
        {t('send')}
      </Button>
    </form>
  );
};
