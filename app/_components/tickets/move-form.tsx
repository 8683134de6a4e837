'use client';

import { useTranslations } from 'next-intl';
import { useActionState, useEffect } from 'react';
import { Button } from '@/app/_components/ui/button';
import { Field } from '@/app/_components/ui/field';
import { Select } from '@/app/_components/ui/select';
import { toast } from '@/app/_components/ui/toast';
import { type FormState, untouched } from '@/app/_forms/state';
import { usePhrase } from '@/app/_forms/use-phrase';
import type { Locale } from '@/domain/people/locale';
import type { TicketStatus } from '@/domain/tickets/status';

type MoveFormProps = {
  locale: Locale;
  number: number;
  status: TicketStatus;
  moves: readonly TicketStatus[];
  action: (previous: FormState, form: FormData) => Promise<FormState>;
};

/** Chooses the next status among those that the machine allows from here. */
export const MoveForm = ({ locale, number, status, moves, action }: MoveFormProps) => {
  const t = useTranslations('desk.move');
  const tStatus = useTranslations('tickets.status');
  const phrase = usePhrase();
  const [state, send, pending] = useActionState(action, untouched());
  useEffect(() => {
    if (state.outcome === 'done') toast(t('done'));
  }, [state, t]);
  if (moves.length === 0) return null;
  const error = phrase(state.fields.to ?? (state.outcome === 'refused' ? state.problem : null));
  return (
    <form action={send} className="grid gap-3" noValidate>
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="number" value={number} />
      <input type="hidden" name="from" value={status} />
      <Field id="move-to" label={t('label')} hint={t('tells')} error={error}>
        {(wiring) => (
          <Select
            {...wiring}
            key={`${status}-${state.turn}`}
            name="to"
            defaultValue={state.values.to ?? ''}
            placeholder={t('choose')}
            options={moves.map((to) => ({ value: to, label: tStatus(`${to}.label`) }))}
          />
        )}
      </Field>
      <Button type="submit" disabled={pending} className="justify-self-start">
        {t('submit')}
      </Button>
    </form>
  );
};
