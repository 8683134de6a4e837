'use client';

import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { Button } from '@/app/_components/ui/button';
import { Field, FieldError } from '@/app/_components/ui/field';
import { Textarea } from '@/app/_components/ui/textarea';
import { toast } from '@/app/_components/ui/toast';
import { KeptSelect } from '@/app/_forms/kept-select';
import { type FormState, untouched } from '@/app/_forms/state';
import { useFormAction } from '@/app/_forms/use-form-action';
import { usePhrase } from '@/app/_forms/use-phrase';
import type { Locale } from '@/domain/people/locale';
import type { ThemeState } from '@/domain/roadmap/themes';

type ThemeMoveFormProps = {
  locale: Locale;
  themeKey: string;
  from: ThemeState;
  next: readonly ThemeState[];
  action: (previous: FormState, form: FormData) => Promise<FormState>;
};

/** Takes a theme to another state, with the reason where it is postponed. */
export const ThemeMoveForm = ({ locale, themeKey, from, next, action }: ThemeMoveFormProps) => {
  const t = useTranslations('studio.roadmap.move');
  const tState = useTranslations('roadmap.state');
  const phrase = usePhrase();
  const [state, send, pending] = useFormAction(action, untouched());
  useEffect(() => {
    if (state.outcome === 'done') toast(t('moved'));
  }, [state, t]);
  const general =
    state.outcome === 'refused' && Object.keys(state.fields).length === 0 ? phrase(state.problem) : undefined;
  return (
    <form action={send} className="grid gap-4" noValidate>
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="key" value={themeKey} />
      <input type="hidden" name="from" value={from} />
      <Field id="to" label={t('to')} error={phrase(state.fields.to)}>
        {(wiring) => (
          <KeptSelect
            {...wiring}
            key={`${from}-${state.turn}`}
            name="to"
            options={next.map((to) => ({ value: to, label: tState(to) }))}
            defaultValue={state.values.to ?? next[0]}
          />
        )}
      </Field>
      <Field id="reasonFr" label={t('reasonFr')} hint={t('reasonHint')} error={phrase(state.fields.reasonFr)} optional>
        {(wiring) => <Textarea {...wiring} name="reasonFr" lang="fr" rows={3} defaultValue={state.values.reasonFr} />}
      </Field>
      <Field id="reasonEn" label={t('reasonEn')} optional>
        {(wiring) => <Textarea {...wiring} name="reasonEn" lang="en" rows={3} defaultValue={state.values.reasonEn} />}
      </Field>
      {general ? <FieldError id="move-error">{general}</FieldError> : null}
      <Button type="submit" disabled={pending} className="justify-self-start">
        {t('submit')}
      </Button>
    </form>
  );
};
