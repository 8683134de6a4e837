'use client';

import { useTranslations } from 'next-intl';
import { useActionState, useEffect, useState } from 'react';
import { AnswerField, type AskedField, answerName } from '@/app/_components/tickets/answer-field';
import { Badge } from '@/app/_components/ui/badge';
import { Button } from '@/app/_components/ui/button';
import { Field } from '@/app/_components/ui/field';
import { toast } from '@/app/_components/ui/toast';
import { FormProblem } from '@/app/_forms/form-problem';
import { KeptSelect } from '@/app/_forms/kept-select';
import { type FormState, untouched } from '@/app/_forms/state';
import { usePhrase } from '@/app/_forms/use-phrase';
import type { Locale } from '@/domain/people/locale';

/** A field with what stands in it. */
type Correctable = AskedField & { written: string };

type CorrectFormProps = {
  locale: Locale;
  number: number;
  fields: readonly Correctable[];
  /** The keys of the fields that the form expects and nobody has filled in. */
  missing: readonly string[];
  action: (previous: FormState, form: FormData) => Promise<FormState>;
};

const nothing = (): void => {};

/** A question with one answer to choose: a list, which takes less room than buttons and has a place for no answer. */
const ChosenAnswer = ({ field, state }: { field: Correctable; state: FormState }) => {
  const t = useTranslations('desk.correct');
  const tForm = useTranslations('tickets.form.yesNo');
  const phrase = usePhrase();
  const name = answerName(field.key);
  const options =
    field.kind === 'yesNo' ? (['yes', 'no'] as const).map((value) => ({ value, label: tForm(value) })) : field.options;
  const unknown = field.need === 'required' && field.written ? [] : [{ value: '', label: t('unknown') }];
  return (
    <Field
      id={name}
      label={field.label}
      hint={field.help || undefined}
      error={phrase(state.fields[name])}
      optional={field.need === 'optional'}
    >
      {({ required: _, ...wiring }) => (
        <KeptSelect
          {...wiring}
          name={name}
          defaultValue={state.values[name] ?? field.written}
          options={[...unknown, ...options]}
          className="w-72 max-w-full"
        />
      )}
    </Field>
  );
};

/**
 * One field, as it stood when it was drawn: whatever others change while somebody writes, the form tells what its writer has
 * seen.
 */
const CorrectedField = ({ field, state, missing }: { field: Correctable; state: FormState; missing: boolean }) => {
  const t = useTranslations('desk.correct');
  const [drawn] = useState(field);
  const name = answerName(field.key);
  return (
    <div className="grid gap-1.5">
      <input type="hidden" name={`seen.${field.key}`} value={drawn.written} />
      {missing ? (
        <Badge tone="warning" icon="circle-dashed" className="justify-self-start">
          {t('missing')}
        </Badge>
      ) : null}
      {drawn.kind === 'choice' || drawn.kind === 'yesNo' ? (
        <ChosenAnswer field={drawn} state={state} />
      ) : (
        <AnswerField field={drawn} state={state} initial={state.values[name] ?? drawn.written} onBusy={nothing} />
      )}
    </div>
  );
};

/** What the customer said on the telephone or in an answer, written where their form asked for it. */
export const CorrectForm = ({ locale, number, fields, missing, action }: CorrectFormProps) => {
  const t = useTranslations('desk.correct');
  const [state, send, pending] = useActionState(action, untouched());
  useEffect(() => {
    if (state.outcome === 'done') toast(t('done'));
  }, [state, t]);
  return (
    <details id="correct" open={state.outcome === 'refused'} className="mt-4 border-t border-line pt-3">
      <summary className="w-fit cursor-pointer text-sm font-semibold">
        {t('title')}{' '}
        {missing.length > 0 ? (
          <span className="font-normal text-ink-soft">{t('count', { count: missing.length })}</span>
        ) : null}
      </summary>
      <form action={send} noValidate className="mt-4 grid gap-5">
        <FormProblem state={state} title={t('failed')} />
        <p className="text-sm text-ink-soft">{t('hint')}</p>
        <input type="hidden" name="locale" value={locale} />
        <input type="hidden" name="number" value={number} />
        {fields.map((field) => (
          <CorrectedField
            key={`${field.key}-${field.kind}-${state.turn}`}
            field={field}
            state={state}
            missing={missing.includes(field.key)}
          />
        ))}
        <Button type="submit" disabled={pending} className="justify-self-start">
          {t('submit')}
        </Button>
      </form>
    </details>
  );
};
