'use client';

import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { Button } from '@/app/_components/ui/button';
import { Field } from '@/app/_components/ui/field';
import { Textarea } from '@/app/_components/ui/textarea';
import { toast } from '@/app/_components/ui/toast';
import { KeptSelect } from '@/app/_forms/kept-select';
import { type FormState, untouched } from '@/app/_forms/state';
import { useFormAction } from '@/app/_forms/use-form-action';
import { usePhrase } from '@/app/_forms/use-phrase';
import type { Locale } from '@/domain/people/locale';

type GradeFormProps = {
  locale: Locale;
  number: number;
  level: string | null;
  levels: readonly { key: string; name: string }[];
  action: (previous: FormState, form: FormData) => Promise<FormState>;
};

/** Sets the criticality; lowering it asks for the reason that the requester receives. */
export const GradeForm = ({ locale, number, level, levels, action }: GradeFormProps) => {
  const t = useTranslations('desk.grade');
  const phrase = usePhrase();
  const [state, send, pending] = useFormAction(action, untouched());
  useEffect(() => {
    if (state.outcome === 'done') toast(t('done'));
  }, [state, t]);
  const asked = state.fields.level ?? state.fields.reason;
  const error = phrase(state.fields.level ?? (state.outcome === 'refused' && !asked ? state.problem : null));
  return (
    <form action={send} className="grid gap-3" noValidate>
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="number" value={number} />
      <Field id="grade-level" label={t('label')} error={error}>
        {(wiring) => (
          <KeptSelect
            {...wiring}
            key={`level-${state.turn}`}
            name="level"
            defaultValue={state.values.level ?? level ?? ''}
            placeholder={t('choose')}
            options={levels.map(({ key, name }) => ({ value: key, label: name }))}
          />
        )}
      </Field>
      <Field id="grade-reason" label={t('reason')} hint={t('reasonHint')} error={phrase(state.fields.reason)} optional>
        {(wiring) => (
          <Textarea {...wiring} key={state.turn} name="reason" rows={2} defaultValue={state.values.reason} />
        )}
      </Field>
      <Button type="submit" disabled={pending} className="justify-self-start">
        {t('submit')}
      </Button>
    </form>
  );
};
