'use client';

import { useTranslations } from 'next-intl';
import { useActionState, useEffect } from 'react';
import { Button } from '@/app/_components/ui/button';
import { Field } from '@/app/_components/ui/field';
import { Input } from '@/app/_components/ui/input';
import { toast } from '@/app/_components/ui/toast';
import { KeptSelect } from '@/app/_forms/kept-select';
import { type FormState, untouched } from '@/app/_forms/state';
import { usePhrase } from '@/app/_forms/use-phrase';
import type { Locale } from '@/domain/people/locale';
import { CLOSING_REASONS } from '@/domain/tickets/moves';
import type { TicketStatus } from '@/domain/tickets/status';

type MoveFormProps = {
  locale: Locale;
  number: number;
  status: TicketStatus;
  moves: readonly TicketStatus[];
  action: (previous: FormState, form: FormData) => Promise<FormState>;
};

/**
 * Each question is asked where its move is chosen, by the style sheet alone: it works before the page is awake, and without scripts. By the
 * ends of their values: Tailwind takes a low line for a blank. */
const ASKED = {
  partner: 'hidden group-has-[option[value$=partner]:checked]/move:grid',
  release: 'hidden group-has-[option[value$=release]:checked]/move:grid',
  reason: 'hidden group-has-[option[value=closed]:checked]/move:grid',
  duplicateOf:
    'hidden group-has-[option[value=duplicate]:checked]/move:grid group-has-[option[value=merged]:checked]/move:grid',
} as const;

/** What some moves have to say: with whom the request waits, for which update, why it is closed and where it goes on. */
const MoveFields = ({ state, moves }: { state: FormState; moves: readonly TicketStatus[] }) => {
  const t = useTranslations('desk.move');
  const tClosing = useTranslations('tickets.closing');
  const phrase = usePhrase();
  const text = (name: 'partner' | 'release' | 'duplicateOf', hint: string) => (
    <Field
      id={`move-${name}`}
      label={t(name)}
      hint={t(hint)}
      error={phrase(state.fields[name])}
      className={ASKED[name]}
    >
      {({ required: _, ...wiring }) => (
        <Input
          {...wiring}
          name={name}
          inputMode={name === 'duplicateOf' ? 'numeric' : undefined}
          defaultValue={state.values[name]}
        />
      )}
    </Field>
  );
  return (
    <>
      {moves.includes('waiting_partner') ? text('partner', 'partnerHint') : null}
      {moves.includes('resolved_pending_release') ? text('release', 'releaseHint') : null}
      {moves.includes('closed') ? (
        <>
          <Field
            id="move-reason"
            label={t('reason')}
            hint={t('reasonHint')}
            error={phrase(state.fields.reason)}
            className={ASKED.reason}
          >
            {({ required: _, ...wiring }) => (
              <KeptSelect
                {...wiring}
                key={state.turn}
                name="reason"
                defaultValue={state.values.reason ?? ''}
                placeholder={t('chooseReason')}
                options={CLOSING_REASONS.map((value) => ({ value, label: tClosing(`${value}.label`) }))}
              />
            )}
          </Field>
          {text('duplicateOf', 'duplicateHint')}
        </>
      ) : null}
    </>
  );
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
  const asked = Object.keys(state.fields).some((field) => field in ASKED);
  const error = phrase(state.fields.to ?? (state.outcome === 'refused' && !asked ? state.problem : null));
  return (
    <form action={send} className="group/move grid gap-3" noValidate>
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="number" value={number} />
      <input type="hidden" name="from" value={status} />
      <Field id="move-to" label={t('label')} hint={t('tells')} error={error}>
        {(wiring) => (
          <KeptSelect
            {...wiring}
            key={`${status}-${state.turn}`}
            name="to"
            defaultValue={state.values.to ?? ''}
            placeholder={t('choose')}
            options={moves.map((to) => ({ value: to, label: tStatus(`${to}.label`) }))}
          />
        )}
      </Field>
      <MoveFields state={state} moves={moves} />
      <Button type="submit" disabled={pending} className="justify-self-start">
        {t('submit')}
      </Button>
    </form>
  );
};
