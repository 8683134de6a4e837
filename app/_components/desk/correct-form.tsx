'use client';

import { useTranslations } from 'next-intl';
import { useCallback, useEffect, useState } from 'react';
import {
  AnswerField,
  AnswerFrame,
  type AnswerProps,
  type AskedField,
  answerName,
} from '@/app/_components/tickets/answer-field';
import { useWaits } from '@/app/_components/tickets/use-uploads';
import { Badge } from '@/app/_components/ui/badge';
import { Button } from '@/app/_components/ui/button';
import { Checkbox } from '@/app/_components/ui/checkbox';
import { toast } from '@/app/_components/ui/toast';
import { FormProblem } from '@/app/_forms/form-problem';
import { KeptSelect } from '@/app/_forms/kept-select';
import { type FormState, untouched } from '@/app/_forms/state';
import { useFormAction } from '@/app/_forms/use-form-action';
import { usePhrase } from '@/app/_forms/use-phrase';
import type { Locale } from '@/domain/people/locale';
import { UndoStep } from './undo-step';

/** A field with what stands in it; files by their names. */
type Correctable = AskedField & { written: string; files: readonly { id: string; name: string }[] };

type CorrectFormProps = {
  locale: Locale;
  number: number;
  fields: readonly Correctable[];
  /** The keys of the fields that the form expects and nobody has filled in. */
  missing: readonly string[];
  action: (previous: FormState, form: FormData) => Promise<FormState>;
  takeBack: (previous: FormState, form: FormData) => Promise<FormState>;
};

type OnBusy = AnswerProps['onBusy'];

/** What stands in a field: where the form came back, what was written; all its boxes may be empty then. */
const standsIn = (field: Correctable, { values, outcome }: FormState): string =>
  values[answerName(field.key)] ?? (outcome === 'refused' ? '' : field.written);

/** A question with one answer to choose: a list, which takes less room than buttons and has a place for no answer. */
const ChosenAnswer = ({ field, state }: { field: Correctable; state: FormState }) => {
  const t = useTranslations('desk.correct');
  const tForm = useTranslations('tickets.form.yesNo');
  const name = answerName(field.key);
  const options =
    field.kind === 'yesNo' ? (['yes', 'no'] as const).map((value) => ({ value, label: tForm(value) })) : field.options;
  const unknown = field.need === 'required' && field.written ? [] : [{ value: '', label: t('unknown') }];
  return (
    <AnswerFrame field={field} state={state}>
      {({ required: _, ...wiring }) => (
        <KeptSelect
          {...wiring}
          name={name}
          defaultValue={standsIn(field, state)}
          options={[...unknown, ...options]}
          className="w-72 max-w-full"
        />
      )}
    </AnswerFrame>
  );
};

/** The files that a field has, each to be kept or let go, above the place for new ones. */
const KeptFiles = ({ field, state }: { field: Correctable; state: FormState }) => {
  const t = useTranslations('desk.correct');
  const name = answerName(field.key);
  const kept = standsIn(field, state).split(',');
  if (field.files.length === 0) return null;
  return (
    <fieldset className="grid gap-1.5">
      <legend className="mb-1.5 text-[0.9375rem] leading-snug font-semibold">
        {t('files', { label: field.label })}
      </legend>
      {field.files.map((file) => (
        <Checkbox
          key={file.id}
          id={`${name}-${file.id}`}
          name={name}
          value={file.id}
          label={file.name}
          defaultChecked={kept.includes(file.id)}
        />
      ))}
      <p className="text-sm text-ink-soft">{t('filesHint')}</p>
    </fieldset>
  );
};

type CorrectedProps = { field: Correctable; state: FormState; onBusy: OnBusy };

const Asked = ({ field, state, onBusy }: CorrectedProps) => {
  const written = state.values[answerName(field.key)];
  if (field.kind === 'choice' || field.kind === 'yesNo') return <ChosenAnswer field={field} state={state} />;
  if (field.kind !== 'file') {
    return <AnswerField field={field} state={state} initial={standsIn(field, state)} onBusy={onBusy} />;
  }
  return (
    <div className="grid gap-4">
      <KeptFiles field={field} state={state} />
      <AnswerField field={field} state={state} initial={written ?? ''} onBusy={onBusy} />
    </div>
  );
};

/**
 * One field, as it stood when it was drawn: whatever others change while somebody writes, the form tells what its writer has
 * seen.
 */
const CorrectedField = ({ field, missing, ...form }: CorrectedProps & { missing: boolean }) => {
  const t = useTranslations('desk.correct');
  const [drawn] = useState(field);
  return (
    <div className="grid gap-1.5">
      <input type="hidden" name={`seen.${field.key}`} value={drawn.written} />
      {missing ? (
        <Badge tone="warning" icon="circle-dashed" className="justify-self-start">
          {t('missing')}
        </Badge>
      ) : null}
      <Asked field={drawn} {...form} />
    </div>
  );
};

/** Why files that came with the form were not taken. */
const RefusedFiles = ({ state }: { state: FormState }) => {
  const phrase = usePhrase();
  if (!state.refusedFiles || state.refusedFiles.length === 0) return null;
  return (
    <ul className="list-disc ps-5 text-sm font-medium text-danger">
      {state.refusedFiles.map((problem) => (
        <li key={`${problem.key}-${problem.data?.name}`}>{phrase(problem)}</li>
      ))}
    </ul>
  );
};

/** What the customer said on the telephone or in an answer, written where their form asked for it. */
export const CorrectForm = ({ locale, number, fields, missing, action, takeBack }: CorrectFormProps) => {
  const t = useTranslations('desk.correct');
  const [state, send, pending] = useFormAction(action, untouched());
  // Fields are drawn anew with what stands in them then.
  const [undone, setUndone] = useState(0);
  const onUndone = useCallback(() => setUndone((count) => count + 1), []);
  const { waitsFor, onBusy } = useWaits();
  const tFiles = useTranslations('tickets.files');
  const token = state.outcome === 'done' ? state.values.token : undefined;
  useEffect(() => {
    if (state.outcome === 'done' && !state.values.token) toast(t('unchanged'));
  }, [state, t]);
  return (
    <>
      {token ? (
        <UndoStep key={token} act="correct" locale={locale} token={token} action={takeBack} onUndone={onUndone} />
      ) : null}
      <details id="correct" open={state.outcome === 'refused'} className="mt-4 border-t border-line pt-3">
        <summary className="w-fit cursor-pointer text-sm font-semibold">
          {t('title')}{' '}
          {missing.length > 0 ? (
            <span className="font-normal text-ink-soft">{t('count', { count: missing.length })}</span>
          ) : null}
        </summary>
        <form action={send} noValidate className="mt-4 grid gap-5">
          <FormProblem state={state} title={t('failed')} />
          <RefusedFiles state={state} />
          <p className="text-sm text-ink-soft">{t('hint')}</p>
          <input type="hidden" name="locale" value={locale} />
          <input type="hidden" name="number" value={number} />
          {fields.map((field) => (
            <CorrectedField
              key={`${field.key}-${field.kind}-${state.turn}-${undone}`}
              field={field}
              state={state}
              missing={missing.includes(field.key)}
              onBusy={onBusy}
            />
          ))}
          <div className="flex flex-wrap items-center gap-4">
            <Button type="submit" disabled={pending || waitsFor !== null}>
              {t('submit')}
            </Button>
            {waitsFor ? <p className="text-sm text-ink-soft">{tFiles(waitsFor)}</p> : null}
          </div>
        </form>
      </details>
    </>
  );
};
