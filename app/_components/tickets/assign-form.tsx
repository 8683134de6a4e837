'use client';

import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { Button } from '@/app/_components/ui/button';
import { Field } from '@/app/_components/ui/field';
import { toast } from '@/app/_components/ui/toast';
import { KeptSelect } from '@/app/_forms/kept-select';
import { type FormState, untouched } from '@/app/_forms/state';
import { useFormAction } from '@/app/_forms/use-form-action';
import { usePhrase } from '@/app/_forms/use-phrase';
import type { Locale } from '@/domain/people/locale';

type Option = { value: string; label: string };
type AssignFormProps = {
  locale: Locale;
  number: number;
  teamId: string | null;
  assigneeId: string | null;
  teams: readonly Option[];
  people: readonly Option[];
  action: (previous: FormState, form: FormData) => Promise<FormState>;
};

/**
 * Gives a request to a team and a person. What had been chosen travels along: whoever changes the team alone leaves the
 * person to the team's own way of giving.
 */
export const AssignForm = ({ locale, number, teamId, assigneeId, teams, people, action }: AssignFormProps) => {
  const t = useTranslations('desk.assign');
  const phrase = usePhrase();
  const [state, send, pending] = useFormAction(action, untouched());
  useEffect(() => {
    if (state.outcome === 'done') toast(t('done'));
  }, [state, t]);
  const asked = state.fields.teamId ?? state.fields.assigneeId;
  return (
    <form action={send} className="grid gap-3" noValidate>
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="number" value={number} />
      <input type="hidden" name="hadTeam" value={teamId ?? ''} />
      <input type="hidden" name="hadAssignee" value={assigneeId ?? ''} />
      <Field
        id="assign-team"
        label={t('team')}
        error={phrase(state.fields.teamId ?? (state.outcome === 'refused' && !asked ? state.problem : null))}
      >
        {({ required: _, ...wiring }) => (
          <KeptSelect
            {...wiring}
            key={`team-${state.turn}`}
            name="teamId"
            defaultValue={state.values.teamId ?? teamId ?? ''}
            options={[{ value: '', label: t('noTeam') }, ...teams]}
          />
        )}
      </Field>
      <Field id="assign-person" label={t('person')} hint={t('personHint')} error={phrase(state.fields.assigneeId)}>
        {({ required: _, ...wiring }) => (
          <KeptSelect
            {...wiring}
            key={`person-${state.turn}`}
            name="assigneeId"
            defaultValue={state.values.assigneeId ?? assigneeId ?? ''}
            options={[{ value: '', label: t('nobody') }, ...people]}
          />
        )}
      </Field>
      <Button type="submit" size="sm" disabled={pending} className="justify-self-start">
        {t('submit')}
      </Button>
    </form>
  );
};
