'use client';

import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { Button } from '@/app/_components/ui/button';
import { Field } from '@/app/_components/ui/field';
import { Input } from '@/app/_components/ui/input';
import { toast } from '@/app/_components/ui/toast';
import { type FormState, untouched } from '@/app/_forms/state';
import { useFormAction } from '@/app/_forms/use-form-action';
import { usePhrase } from '@/app/_forms/use-phrase';
import type { Locale } from '@/domain/people/locale';

type SnoozeFormProps = {
  locale: Locale;
  number: number;
  action: (previous: FormState, form: FormData) => Promise<FormState>;
};

/** What people mean most often; they may say it in other words. */
const SUGGESTED = ['tomorrow', 'monday', 'days', 'week'] as const;

/** Puts a request out of the way until a time said in words. */
export const SnoozeForm = ({ locale, number, action }: SnoozeFormProps) => {
  const t = useTranslations('desk.snooze');
  const phrase = usePhrase();
  const [state, send, pending] = useFormAction(action, untouched());
  useEffect(() => {
    if (state.outcome === 'done') toast(t('done'));
  }, [state, t]);
  const error = phrase(state.fields.until ?? (state.outcome === 'refused' ? state.problem : null));
  return (
    <form action={send} className="grid gap-3" noValidate>
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="number" value={number} />
      <Field id="snooze-until" label={t('until')} hint={t('hint')} error={error}>
        {(wiring) => (
          <Input {...wiring} name="until" list="snooze-words" autoComplete="off" defaultValue={state.values.until} />
        )}
      </Field>
      <datalist id="snooze-words">
        {SUGGESTED.map((words) => (
          <option key={words} value={t(`words.${words}`)} />
        ))}
      </datalist>
      <Button type="submit" size="sm" disabled={pending} className="justify-self-start">
        {t('submit')}
      </Button>
    </form>
  );
};
