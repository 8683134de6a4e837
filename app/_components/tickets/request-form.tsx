'use client';

import { useTranslations } from 'next-intl';
import { useActionState, useState } from 'react';
import { Button } from '@/app/_components/ui/button';
import { Field } from '@/app/_components/ui/field';
import { Input } from '@/app/_components/ui/input';
import { RadioGroup } from '@/app/_components/ui/radio-group';
import { Textarea } from '@/app/_components/ui/textarea';
import { FormProblem } from '@/app/_forms/form-problem';
import { type FormState, untouched } from '@/app/_forms/state';
import { usePhrase } from '@/app/_forms/use-phrase';
import type { Locale } from '@/domain/people/locale';
import type { FoundAnswer } from '@/domain/search/found-answers';
import { TICKET_LIMITS } from '@/domain/tickets/messages';
import { FoundFirst, LookFirst } from './answers-first';
import { type Around, CopyFields, OrganisationField } from './copy-fields';
import { CriticalityFields, type ShownLevel } from './criticality-fields';
import { FileField } from './file-field';
import { SubjectAnswers } from './subject-answers';
import { useUploads } from './use-uploads';

/** The form's state, with the answers that were looked for before sending. */
export type RequestFormState = FormState & { answers?: readonly FoundAnswer[] };

type RequestFormProps = {
  locale: Locale;
  types: readonly { key: string; name: string; guidance: string; asksCriticality: boolean }[];
  /** Levels of criticality, gravest first. */
  levels: readonly ShownLevel[];
  /** The writer's organisations, and whom they could put in copy. */
  around: Around;
  /** Visitors say who they are; signed-in people are known. */
  visitor: boolean;
  idempotencyKey: string;
  action: (previous: RequestFormState, form: FormData) => Promise<RequestFormState>;
  /** What the page already knows: the address a widget or an article came with. */
  initial: Record<string, string>;
};

const VisitorFields = ({ state }: { state: FormState }) => {
  const t = useTranslations('tickets.open');
  const phrase = usePhrase();
  return (
    <div className="grid items-end gap-6 sm:grid-cols-2">
      <Field id="visitorName" label={t('visitorName')} error={phrase(state.fields.visitorName)}>
        {(wiring) => (
          <Input {...wiring} name="visitorName" autoComplete="name" defaultValue={state.values.visitorName} />
        )}
      </Field>
      <Field
        id="visitorEmail"
        label={t('visitorEmail')}
        hint={t('visitorEmailHint')}
        error={phrase(state.fields.visitorEmail)}
      >
        {(wiring) => (
          <Input
            {...wiring}
            type="email"
            name="visitorEmail"
            autoComplete="email"
            defaultValue={state.values.visitorEmail}
          />
        )}
      </Field>
    </div>
  );
};

/** The form that opens a request. Works without JavaScript; with it, files are sent while the rest is being written. */
export const RequestForm = ({
  locale,
  types,
  levels,
  around,
  visitor,
  idempotencyKey,
  action,
  initial,
}: RequestFormProps) => {
  const t = useTranslations('tickets.open');
  const tFiles = useTranslations('tickets.files');
  const phrase = usePhrase();
  const [state, send, pending] = useActionState<RequestFormState, FormData>(action, untouched(initial));
  const files = useUploads(state.files);
  const [chosen, choose] = useState(state.values.typeKey);
  // Until a script knows what was chosen the questions are there for all types: they may be left open.
  const asks = types.find((type) => type.key === chosen)?.asksCriticality ?? true;
  return (
    <form action={send} className="grid gap-8" noValidate>
      <FormProblem state={state} title={t('failed')} />
      {state.answers ? <FoundFirst answers={state.answers} /> : null}
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
      {state.values.articleKey ? <input type="hidden" name="articleKey" value={state.values.articleKey} /> : null}
      <RadioGroup
        key={state.turn}
        name="typeKey"
        legend={t('type')}
        error={phrase(state.fields.typeKey)}
        defaultValue={state.values.typeKey}
        onChange={choose}
        options={types.map((type) => ({ value: type.key, label: type.name, hint: type.guidance }))}
      />
      {visitor ? <VisitorFields state={state} /> : null}
      <OrganisationField around={around} state={state} />
      <Field id="subject" label={t('subject')} hint={t('subjectHint')} error={phrase(state.fields.subject)}>
        {(wiring) => (
          <Input {...wiring} name="subject" maxLength={TICKET_LIMITS.subject.max} defaultValue={state.values.subject} />
        )}
      </Field>
      <LookFirst />
      <SubjectAnswers locale={locale} fieldId="subject" />
      <Field
        id="description"
        label={t('description')}
        hint={t('descriptionHint')}
        error={phrase(state.fields.description)}
      >
        {(wiring) => <Textarea {...wiring} name="description" rows={9} defaultValue={state.values.description} />}
      </Field>
      {asks && levels.length > 0 ? <CriticalityFields levels={levels} state={state} /> : null}
      <FileField files={files} error={phrase(state.fields.files)} />
      <Field id="pageUrl" label={t('pageUrl')} hint={t('pageUrlHint')} error={phrase(state.fields.pageUrl)} optional>
        {(wiring) => <Input {...wiring} type="url" name="pageUrl" defaultValue={state.values.pageUrl} />}
      </Field>
      <CopyFields around={around} state={state} />
      <div className="flex flex-wrap items-center gap-4">
        <Button type="submit" variant="primary" size="lg" disabled={pending || files.busy}>
          {pending ? t('sending') : t('submit')}
        </Button>
        {files.busy ? <p className="text-sm text-ink-soft">{tFiles('uploading')}</p> : null}
      </div>
    </form>
  );
};
