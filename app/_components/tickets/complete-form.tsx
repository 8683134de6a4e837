'use client';

import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import { useCallback, useRef, useState } from 'react';
import { Button } from '@/app/_components/ui/button';
import { Field } from '@/app/_components/ui/field';
import { Input } from '@/app/_components/ui/input';
import { Textarea } from '@/app/_components/ui/textarea';
import { toast } from '@/app/_components/ui/toast';
import { FormProblem } from '@/app/_forms/form-problem';
import { SendingKey } from '@/app/_forms/sending-key';
import { type FormState, untouched } from '@/app/_forms/state';
import { useFormAction } from '@/app/_forms/use-form-action';
import { usePhrase } from '@/app/_forms/use-phrase';
import type { Locale } from '@/domain/people/locale';
import { CRITICALITY_QUESTIONS } from '@/domain/sla/criticality';
import type { Whose } from '@/domain/tickets/explanation';
import { TICKET_LIMITS } from '@/domain/tickets/messages';
import { AnswerField, type AskedField, answerName } from './answer-field';
import { CriticalityFields, type ShownLevel } from './criticality-fields';
import { Draft } from './draft';
import { dropSentDraft } from './kept-draft';
import type { KeptFile } from './kept-files';
import { useWaits, type WaitsFor } from './use-uploads';
import { useWritten, type Written } from './use-written';

type CompleteFormProps = {
  locale: Locale;
  number: number;
  subject: string;
  whose: Whose;
  /** How many parts the form of its type expects in all. */
  of: number;
  /** Which parts are missing besides fields. */
  lacks: { subject: boolean; description: boolean; criticality: boolean };
  fields: readonly AskedField[];
  levels: readonly ShownLevel[];
  /** Whether the desk has asked a question, too. */
  asked: boolean;
  owner: string;
  /** A new one for each answer: the page draws it anew after each. */
  idempotencyKey: string;
  action: (previous: FormState, form: FormData) => Promise<FormState>;
};

/** Kinds whose answer is a word or a line or two: two of them stand beside each other where there is room. */
const SHORT: readonly AskedField['kind'][] = ['text', 'link', 'video', 'number', 'date', 'choice', 'yesNo', 'version'];

const isShort = ({ kind }: AskedField): boolean => SHORT.includes(kind);

const filledIn = (
  { lacks, fields }: Pick<CompleteFormProps, 'lacks' | 'fields'>,
  written: Written,
  withFiles: ReadonlySet<string>,
) => {
  const has = (name: string) => Boolean(written[name]?.trim());
  const whole = Object.keys(CRITICALITY_QUESTIONS).every(has);
  return [
    ...fields.map(({ key, kind }) => (kind === 'file' ? withFiles.has(key) : has(answerName(key)))),
    lacks.subject && has('subject'),
    lacks.description && has('body'),
    lacks.criticality && whole,
  ].filter(Boolean).length;
};

type Action = CompleteFormProps['action'];

/** The action, that forgets the draft and says thanks once it is done. */
const thanking =
  (action: Action, words: string): Action =>
  async (previous, form) => {
    const next = await action(previous, form);
    if (next.outcome === 'done') {
      dropSentDraft();
      toast(words);
    }
    return next;
  };

/** What is missing in a request, each part with the control that its form has for it; the meter follows while one writes. */
export const CompleteForm = (props: CompleteFormProps) => {
  const { locale, number, subject, whose, of, lacks, fields, levels, asked, owner, idempotencyKey, action } = props;
  const t = useTranslations('tickets.completing');
  const tFiles = useTranslations('tickets.files');
  const tMeter = useTranslations('tickets.complete');
  const phrase = usePhrase();
  const thanks = t('done');
  // What is complete takes its form with it: nobody would be left to say thanks, nor to forget the draft. The server needs
  // the action itself.
  const [sent] = useState(() => (typeof window === 'undefined' ? action : thanking(action, thanks)));
  const [state, send, pending] = useFormAction(sent, untouched(), true);
  const place = useRef<HTMLFormElement>(null);
  const written = useWritten(place, state.values, state.turn);
  const { waitsFor, onBusy } = useWaits();
  const [withFiles, setWithFiles] = useState<ReadonlySet<string>>(new Set());
  const [kept, setKept] = useState<readonly KeptFile[]>([]);
  const noteBusy = useCallback(
    (key: string, waits: WaitsFor) => {
      onBusy(key, waits);
      const named = place.current ? new FormData(place.current).has(`${answerName(key)}.attachment`) : false;
      setWithFiles((all) => {
        if (named === all.has(key)) return all;
        return new Set(named ? [...all, key] : [...all].filter((one) => one !== key));
      });
    },
    [onBusy],
  );
  const missing = fields.length + Object.values(lacks).filter(Boolean).length;
  const done = of - missing + filledIn(props, written, withFiles);
  return (
    <form ref={place} action={send} noValidate className="mt-2 grid gap-x-6 gap-y-5 sm:grid-cols-2 *:col-span-full">
      <FormProblem state={state} title={t('failed')} />
      <Draft key={state.turn} place={place} owner={owner} type={`complete-${number}`} state={state} onFiles={setKept} />
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="number" value={number} />
      <SendingKey value={idempotencyKey} />
      <div>
        <p id="completing-meter" className="text-sm font-semibold">
          {tMeter('title', { done, of })}
        </p>
        <progress aria-labelledby="completing-meter" max={of} value={done} className="progress mt-2" />
      </div>
      {lacks.subject ? (
        <Field
          id="complete-subject"
          label={t('subject')}
          hint={t('subjectNow', { subject })}
          error={phrase(state.fields.subject)}
        >
          {({ required: _, ...wiring }) => (
            <Input
              {...wiring}
              name="subject"
              maxLength={TICKET_LIMITS.subject.max}
              defaultValue={state.values.subject}
            />
          )}
        </Field>
      ) : null}
      {fields.map((field) => (
        <div
          key={`${field.key}-${state.turn}`}
          className={clsx('grid content-start gap-1.5', isShort(field) && 'sm:col-span-1!')}
        >
          <AnswerField
            field={field}
            state={state}
            initial={state.values[answerName(field.key)] ?? ''}
            onBusy={noteBusy}
            kept={state.turn === 0 ? kept : undefined}
          />
          {field.why ? <p className="text-sm text-ink-soft">{field.why}</p> : null}
        </div>
      ))}
      {lacks.criticality && levels.length > 0 ? (
        <CriticalityFields place={place} levels={levels} state={state} />
      ) : null}
      <Field
        id="complete-body"
        label={t(lacks.description ? 'description' : asked ? 'answer' : 'more', { whose })}
        hint={lacks.description ? tMeter('description.why') : undefined}
        error={phrase(state.fields.body)}
        optional={!lacks.description}
      >
        {({ required: _, ...wiring }) => (
          <Textarea {...wiring} name="body" rows={lacks.description ? 5 : 2} defaultValue={state.values.body} />
        )}
      </Field>
      <div className="flex flex-wrap items-center gap-4">
        <Button type="submit" variant="primary" icon="send" disabled={pending || waitsFor !== null}>
          {t(pending ? 'sending' : 'submit')}
        </Button>
        {waitsFor ? <p className="text-sm text-ink-soft">{tFiles(waitsFor)}</p> : null}
      </div>
    </form>
  );
};
