'use client';

import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { Button } from '@/app/_components/ui/button';
import { Checkbox } from '@/app/_components/ui/checkbox';
import { Field, FieldError } from '@/app/_components/ui/field';
import { Input } from '@/app/_components/ui/input';
import { Textarea } from '@/app/_components/ui/textarea';
import { toast } from '@/app/_components/ui/toast';
import { FormProblem } from '@/app/_forms/form-problem';
import { KeptSelect } from '@/app/_forms/kept-select';
import { SendingKey } from '@/app/_forms/sending-key';
import { type FormState, untouched } from '@/app/_forms/state';
import { useFormAction } from '@/app/_forms/use-form-action';
import { usePhrase } from '@/app/_forms/use-phrase';
import { COMPONENT_STATUSES, IMPACTS, type IncidentStatus } from '@/domain/incidents/status';
import type { Locale } from '@/domain/people/locale';

type IncidentFormProps = {
  locale: Locale;
  /** A step of this incident; without it the form opens a new one and asks for a title. */
  incident?: { id: string; from: IncidentStatus };
  statuses: readonly IncidentStatus[];
  components: readonly { id: string; name: string; status: string }[];
  idempotencyKey: string;
  initial: Record<string, string>;
  action: (previous: FormState, form: FormData) => Promise<FormState>;
};

type PartProps = { state: FormState };

const Titles = ({ state }: PartProps) => {
  const t = useTranslations('studio.incidents.fields');
  const phrase = usePhrase();
  return (
    <div className="fields-beside">
      <Field id="titleFr" label={t('titleFr')} hint={t('titleHint')} error={phrase(state.fields.titleFr)}>
        {(wiring) => <Input {...wiring} name="titleFr" lang="fr" maxLength={160} defaultValue={state.values.titleFr} />}
      </Field>
      <Field id="titleEn" label={t('titleEn')} hint={t('enHint')} error={phrase(state.fields.titleEn)} optional>
        {(wiring) => <Input {...wiring} name="titleEn" lang="en" maxLength={160} defaultValue={state.values.titleEn} />}
      </Field>
    </div>
  );
};

const Bodies = ({ state }: PartProps) => {
  const t = useTranslations('studio.incidents.fields');
  const phrase = usePhrase();
  return (
    <div className="fields-beside">
      <Field id="bodyFr" label={t('bodyFr')} hint={t('bodyHint')} error={phrase(state.fields.bodyFr)}>
        {(wiring) => <Textarea {...wiring} name="bodyFr" lang="fr" rows={5} defaultValue={state.values.bodyFr} />}
      </Field>
      <Field id="bodyEn" label={t('bodyEn')} hint={t('enHint')} error={phrase(state.fields.bodyEn)} optional>
        {(wiring) => <Textarea {...wiring} name="bodyEn" lang="en" rows={5} defaultValue={state.values.bodyEn} />}
      </Field>
    </div>
  );
};

const Components = ({ state, components }: PartProps & Pick<IncidentFormProps, 'components'>) => {
  const t = useTranslations('studio.incidents.fields');
  const tState = useTranslations('incidents.component');
  const options = COMPONENT_STATUSES.map((status) => ({ value: status, label: tState(status) }));
  return (
    <fieldset className="grid gap-3">
      <legend className="text-[0.9375rem] font-semibold">{t('components')}</legend>
      <p className="text-sm text-ink-soft">{t('componentsHint')}</p>
      <div className="grid gap-x-6 gap-y-3 sm:grid-cols-2">
        {components.map((component) => (
          <Field
            key={component.id}
            id={`component-${component.id}`}
            label={component.name}
            className="[&_label]:font-medium"
          >
            {({ required: _, ...wiring }) => (
              <KeptSelect
                {...wiring}
                key={state.turn}
                name={`component:${component.id}`}
                placeholder={t('unchanged')}
                options={options}
                defaultValue={state.values[`component:${component.id}`] ?? ''}
              />
            )}
          </Field>
        ))}
      </div>
    </fieldset>
  );
};

/** Opens an incident, or adds a step to one: both languages side by side, the components' states, and a last look before it is public. */
export const IncidentForm = ({
  locale,
  incident,
  statuses,
  components,
  idempotencyKey,
  initial,
  action,
}: IncidentFormProps) => {
  const t = useTranslations('studio.incidents');
  const tIncidents = useTranslations('incidents');
  const phrase = usePhrase();
  const [state, send, pending] = useFormAction(action, untouched(initial));
  useEffect(() => {
    if (state.outcome === 'done') toast(t('updated'));
  }, [state, t]);
  const values = { ...initial, ...state.values };
  return (
    <form action={send} className="grid gap-6" noValidate>
      <FormProblem state={state} title={t('failed')} />
      <input type="hidden" name="locale" value={locale} />
      <SendingKey value={idempotencyKey} />
      {incident ? (
        <>
          <input type="hidden" name="id" value={incident.id} />
          <input type="hidden" name="from" value={incident.from} />
        </>
      ) : (
        <Titles state={state} />
      )}
      <div className="grid gap-5 md:grid-cols-2">
        <Field id="status" label={t('fields.status')} error={phrase(state.fields.status)}>
          {(wiring) => (
            <KeptSelect
              {...wiring}
              key={`${state.turn}-${incident?.from}`}
              name="status"
              options={statuses.map((status) => ({ value: status, label: tIncidents(`status.${status}`) }))}
              defaultValue={values.status}
            />
          )}
        </Field>
        <Field id="impact" label={t('fields.impact')} error={phrase(state.fields.impact)}>
          {(wiring) => (
            <KeptSelect
              {...wiring}
              key={state.turn}
              name="impact"
              options={IMPACTS.map((impact) => ({ value: impact, label: tIncidents(`impact.${impact}`) }))}
              defaultValue={values.impact}
            />
          )}
        </Field>
      </div>
      <Bodies state={state} />
      <Components state={state} components={components} />
      <div className="grid gap-2">
        <Checkbox
          id="confirm"
          name="confirm"
          label={t('fields.confirm')}
          aria-invalid={state.fields.confirm ? true : undefined}
          aria-describedby={state.fields.confirm ? 'confirm-error' : undefined}
        />
        {state.fields.confirm ? <FieldError id="confirm-error">{phrase(state.fields.confirm)}</FieldError> : null}
      </div>
      <Button type="submit" variant="primary" disabled={pending} className="justify-self-start">
        {pending ? t('sending') : t(incident ? 'submitUpdate' : 'submit')}
      </Button>
    </form>
  );
};
