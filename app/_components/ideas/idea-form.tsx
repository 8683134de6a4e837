'use client';

import { useTranslations } from 'next-intl';
import { useRef } from 'react';
import { Draft } from '@/app/_components/tickets/draft';
import { SubjectAnswers } from '@/app/_components/tickets/subject-answers';
import { Button } from '@/app/_components/ui/button';
import { Field } from '@/app/_components/ui/field';
import { Input } from '@/app/_components/ui/input';
import { Textarea } from '@/app/_components/ui/textarea';
import { FormProblem } from '@/app/_forms/form-problem';
import { KeptSelect } from '@/app/_forms/kept-select';
import { SendingKey } from '@/app/_forms/sending-key';
import { type FormState, untouched } from '@/app/_forms/state';
import { useFormAction } from '@/app/_forms/use-form-action';
import { usePhrase } from '@/app/_forms/use-phrase';
import { IDEA_LIMITS, IDEA_RHYTHMS } from '@/domain/ideas/states';
import type { Locale } from '@/domain/people/locale';

type IdeaFormProps = {
  locale: Locale;
  /** The account that writes: its draft is its own, and a session that ran out is noticed. */
  account: string;
  organisations: readonly { id: string; name: string }[];
  idempotencyKey: string;
  action: (previous: FormState, form: FormData) => Promise<FormState>;
  initial: Record<string, string>;
};

const TEXTS = ['need', 'why', 'situation'] as const;
const noFiles = () => undefined;

/** The form that proposes an idea: what is needed before how. Works without scripts; with them, similar ideas show meanwhile. */
export const IdeaForm = ({ locale, account, organisations, idempotencyKey, action, initial }: IdeaFormProps) => {
  const t = useTranslations('ideas.form');
  const phrase = usePhrase();
  const [state, send, pending] = useFormAction(action, untouched(initial), true);
  const place = useRef<HTMLFormElement>(null);
  const { values } = state;
  return (
    <form ref={place} action={send} className="grid gap-8" noValidate>
      <FormProblem state={state} title={t('failed')} />
      <Draft
        place={place}
        owner={values.account ?? account}
        type="idea"
        state={state}
        onFiles={noFiles}
        given={Object.keys(initial)}
      />
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="account" value={values.account ?? account} />
      <SendingKey value={idempotencyKey} />
      <Field id="title" label={t('title')} hint={t('titleHint')} error={phrase(state.fields.title)}>
        {(wiring) => (
          <Input
            {...wiring}
            name="title"
            maxLength={IDEA_LIMITS.title}
            defaultValue={values.title}
            autoComplete="off"
          />
        )}
      </Field>
      <SubjectAnswers locale={locale} fieldId="title" about="idea" />
      {TEXTS.map((name) => (
        <Field
          key={name}
          id={name}
          label={t(name)}
          hint={t(`${name}Hint`)}
          error={phrase(state.fields[name])}
          optional={name !== 'need'}
        >
          {(wiring) => (
            <Textarea
              {...wiring}
              name={name}
              rows={name === 'need' ? 6 : 3}
              maxLength={IDEA_LIMITS.text}
              defaultValue={values[name]}
            />
          )}
        </Field>
      ))}
      <Field id="rhythm" label={t('rhythm')} hint={t('rhythmHint')} error={phrase(state.fields.rhythm)} optional>
        {(wiring) => (
          <KeptSelect
            {...wiring}
            key={state.turn}
            name="rhythm"
            options={['', ...IDEA_RHYTHMS].map((rhythm) => ({
              value: rhythm,
              label: rhythm ? t(`rhythms.${rhythm}`) : t('noRhythm'),
            }))}
            defaultValue={values.rhythm ?? ''}
          />
        )}
      </Field>
      {organisations.length > 1 ? (
        <Field id="organisationId" label={t('organisation')} error={phrase(state.fields.organisationId)}>
          {(wiring) => (
            <KeptSelect
              {...wiring}
              key={state.turn}
              name="organisationId"
              options={organisations.map(({ id, name }) => ({ value: id, label: name }))}
              defaultValue={values.organisationId ?? ''}
            />
          )}
        </Field>
      ) : null}
      <div className="grid justify-items-start gap-3">
        <p className="text-sm text-ink-soft">{t('unread')}</p>
        <Button type="submit" variant="primary" size="lg" disabled={pending}>
          {pending ? t('sending') : t('submit')}
        </Button>
      </div>
    </form>
  );
};
