'use client';

import { useTranslations } from 'next-intl';
import { useCallback, useEffect, useRef, useState } from 'react';
import { Button } from '@/app/_components/ui/button';
import { Field } from '@/app/_components/ui/field';
import { Input } from '@/app/_components/ui/input';
import { toast } from '@/app/_components/ui/toast';
import { FormProblem } from '@/app/_forms/form-problem';
import { KeptSelect } from '@/app/_forms/kept-select';
import { type FormState, untouched } from '@/app/_forms/state';
import { useFormAction } from '@/app/_forms/use-form-action';
import { usePhrase } from '@/app/_forms/use-phrase';
import type { Locale } from '@/domain/people/locale';
import { TICKET_LIMITS } from '@/domain/tickets/messages';
import { UndoStep } from './undo-step';

type Action = (previous: FormState, form: FormData) => Promise<FormState>;
type Filed = { subject: string; typeKey: string };
type RefileFormProps = Filed & {
  locale: Locale;
  number: number;
  types: readonly { value: string; label: string }[];
  action: Action;
  takeBack: Action;
};

/**
 * What stood there when the fields were drawn, which is told along with what is chosen. While nobody writes they follow what
 * others change; once somebody does, the form tells what its writer has seen.
 */
const useDrawn = ({ subject, typeKey }: Filed) => {
  const isTouched = useRef(false);
  const [drawn, setDrawn] = useState<Filed & { time: number }>({ subject, typeKey, time: 0 });
  useEffect(() => {
    if (isTouched.current) return;
    setDrawn((last) =>
      last.subject === subject && last.typeKey === typeKey ? last : { subject, typeKey, time: last.time + 1 },
    );
  }, [subject, typeKey]);
  const touch = useCallback(() => {
    isTouched.current = true;
  }, []);
  return { drawn, touch };
};

type FieldsProps = Pick<RefileFormProps, 'subject' | 'typeKey' | 'types'> & { state: FormState };

const Fields = ({ subject, typeKey, types, state }: FieldsProps) => {
  const t = useTranslations('desk.refile');
  const phrase = usePhrase();
  const { drawn, touch } = useDrawn({ subject, typeKey });
  return (
    <div onInput={touch} className="grid gap-4">
      <input type="hidden" name="hadSubject" value={drawn.subject} />
      <input type="hidden" name="hadType" value={drawn.typeKey} />
      <Field id="refile-subject" label={t('subject')} error={phrase(state.fields.subject)}>
        {(wiring) => (
          <Input
            {...wiring}
            key={drawn.time}
            name="subject"
            defaultValue={state.values.subject ?? drawn.subject}
            maxLength={TICKET_LIMITS.subject.max}
            autoComplete="off"
          />
        )}
      </Field>
      <Field id="refile-type" label={t('type')} hint={t('typeHint')} error={phrase(state.fields.typeKey)}>
        {(wiring) => (
          <KeptSelect {...wiring} name="typeKey" defaultValue={state.values.typeKey ?? drawn.typeKey} options={types} />
        )}
      </Field>
    </div>
  );
};

/** Another subject and another type for a request, and for a minute the way back. */
export const RefileForm = ({ locale, number, subject, typeKey, types, action, takeBack }: RefileFormProps) => {
  const t = useTranslations('desk.refile');
  const [state, send, pending] = useFormAction(action, untouched());
  const [undone, setUndone] = useState(0);
  const onUndone = useCallback(() => setUndone((count) => count + 1), []);
  const token = state.outcome === 'done' ? state.values.token : undefined;
  useEffect(() => {
    if (state.outcome === 'done' && !state.values.token) toast(t('unchanged'));
  }, [state, t]);
  return (
    <div>
      <details key={state.outcome === 'done' ? state.turn : 0} open={state.outcome === 'refused'}>
        <summary className="cursor-pointer text-sm font-semibold">{t('title')}</summary>
        <form action={send} noValidate className="mt-3 grid gap-4">
          <FormProblem state={state} title={t('failed')} />
          <input type="hidden" name="locale" value={locale} />
          <input type="hidden" name="number" value={number} />
          <Fields key={`${state.turn}-${undone}`} subject={subject} typeKey={typeKey} types={types} state={state} />
          <Button type="submit" size="sm" disabled={pending} className="justify-self-start">
            {t('submit')}
          </Button>
        </form>
      </details>
      {token ? (
        <UndoStep key={token} act="refile" locale={locale} token={token} action={takeBack} onUndone={onUndone} />
      ) : null}
    </div>
  );
};
