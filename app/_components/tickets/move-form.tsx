'use client';

import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { deskStatusWord } from '@/app/_components/tickets/status-words';
import { Button } from '@/app/_components/ui/button';
import { Field } from '@/app/_components/ui/field';
import { Input } from '@/app/_components/ui/input';
import { toast } from '@/app/_components/ui/toast';
import { KeptSelect } from '@/app/_forms/kept-select';
import { type FormState, untouched } from '@/app/_forms/state';
import { useFormAction } from '@/app/_forms/use-form-action';
import { usePhrase } from '@/app/_forms/use-phrase';
import type { ResolveNeed } from '@/domain/forms/resolving';
import type { Locale } from '@/domain/people/locale';
import type { Mentionable } from '@/domain/tickets/mentions';
import { CLOSING_REASONS, isHandover } from '@/domain/tickets/moves';
import type { TicketStatus } from '@/domain/tickets/status';
import { VERDICTS } from '@/domain/tickets/verdict';
import { MentionTextarea } from './mention-textarea';

type MoveFormProps = {
  locale: Locale;
  number: number;
  status: TicketStatus;
  moves: readonly TicketStatus[];
  /** What its type still asks for before it is resolved; verdict and tags can be said here. */
  unsaid: readonly ResolveNeed[];
  /** The teams that a request can be handed over to. */
  teams: readonly { value: string; label: string }[];
  /** Who can be mentioned in the note of a handover. */
  people: readonly Mentionable[];
  action: (previous: FormState, form: FormData) => Promise<FormState>;
};

/**
 * Each question is asked where its move is chosen, by the style sheet alone: it works before the page is awake, and without scripts. By the
 * ends of their values: Tailwind takes a low line for a blank. */
const ASKED = {
  partner: 'hidden group-has-[option[value$=partner]:checked]/move:grid',
  release: 'hidden group-has-[option[value$=release]:checked]/move:grid',
  reason: 'hidden group-has-[option[value=closed]:checked]/move:grid',
  verdict:
    'hidden group-has-[option[value=resolved]:checked]/move:grid group-has-[option[value$=release]:checked]/move:grid group-has-[option[value=solved]:checked]/move:grid',
  tags: 'hidden group-has-[option[value=resolved]:checked]/move:grid group-has-[option[value$=release]:checked]/move:grid group-has-[option[value=solved]:checked]/move:grid',
  duplicateOf:
    'hidden group-has-[option[value=duplicate]:checked]/move:grid group-has-[option[value=merged]:checked]/move:grid',
  tried:
    'hidden group-has-[option[value=escalated]:checked]/move:grid group-has-[option[value$=development]:checked]/move:grid',
  asked:
    'hidden group-has-[option[value=escalated]:checked]/move:grid group-has-[option[value$=development]:checked]/move:grid',
  handTeam:
    'hidden group-has-[option[value=escalated]:checked]/move:grid group-has-[option[value$=development]:checked]/move:grid',
} as const;

/** The note of a handover, and the team that takes over. */
const HandoverFields = ({ state, teams, people }: Pick<MoveFormProps, 'teams' | 'people'> & { state: FormState }) => {
  const t = useTranslations('desk.handover');
  const phrase = usePhrase();
  return (
    <>
      {(['tried', 'asked'] as const).map((name) => (
        <Field
          key={name}
          id={`move-${name}`}
          label={t(name)}
          hint={t(`${name}Hint`)}
          error={phrase(state.fields[name])}
          className={ASKED[name]}
        >
          {({ required: _, ...wiring }) => (
            <MentionTextarea
              {...wiring}
              people={people}
              name={name}
              rows={3}
              maxLength={4_000}
              defaultValue={state.values[name]}
            />
          )}
        </Field>
      ))}
      <Field id="move-team" label={t('team')} error={phrase(state.fields.teamId)} className={ASKED.handTeam} optional>
        {({ required: _, ...wiring }) => (
          <KeptSelect
            {...wiring}
            key={state.turn}
            name="handTeam"
            defaultValue={state.values.handTeam ?? ''}
            options={[{ value: '', label: t('sameTeam') }, ...teams]}
          />
        )}
      </Field>
    </>
  );
};

/** What some moves have to say: with whom the request waits, for which update, why it is closed and where it goes on. */
const MoveFields = ({
  state,
  moves,
  ...handover
}: Pick<MoveFormProps, 'moves' | 'teams' | 'people'> & { state: FormState }) => {
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
      {moves.some(isHandover) ? <HandoverFields state={state} {...handover} /> : null}
    </>
  );
};

/** What the type of request asks for before it is resolved, where it is not said yet. */
const ResolveFields = ({ state, unsaid }: { state: FormState } & Pick<MoveFormProps, 'unsaid'>) => {
  const t = useTranslations('desk.move');
  const tVerdict = useTranslations('tickets.verdict');
  const phrase = usePhrase();
  return (
    <>
      {unsaid.includes('verdict') ? (
        <Field id="move-verdict" label={t('verdict')} error={phrase(state.fields.verdict)} className={ASKED.verdict}>
          {({ required: _, ...wiring }) => (
            <KeptSelect
              {...wiring}
              key={state.turn}
              name="verdict"
              defaultValue={state.values.verdict ?? ''}
              placeholder={t('chooseVerdict')}
              options={VERDICTS.map((value) => ({ value, label: tVerdict(value) }))}
            />
          )}
        </Field>
      ) : null}
      {unsaid.includes('tags') ? (
        <Field
          id="move-tags"
          label={t('tags')}
          hint={t('tagsHint')}
          error={phrase(state.fields.tags)}
          className={ASKED.tags}
        >
          {({ required: _, ...wiring }) => (
            <Input
              {...wiring}
              key={state.turn}
              name="tags"
              list="tags-known"
              autoComplete="off"
              defaultValue={state.values.tags}
            />
          )}
        </Field>
      ) : null}
    </>
  );
};

/** Chooses the next status among those that the machine allows from here. */
export const MoveForm = ({ locale, number, status, moves, unsaid, teams, people, action }: MoveFormProps) => {
  const t = useTranslations('desk.move');
  const tStatus = useTranslations('tickets.status');
  const phrase = usePhrase();
  const [state, send, pending] = useFormAction(action, untouched());
  useEffect(() => {
    if (state.outcome === 'done') toast(t('done'));
  }, [state, t]);
  if (moves.length === 0) return null;
  const asked = Object.keys(state.fields).some((field) => field in ASKED || field === 'teamId');
  // What no field here can say is told where the status was chosen.
  const lacking = [state.fields.criticality, state.fields.assignee].flatMap((fault) => phrase(fault) ?? []).join(' ');
  const error =
    phrase(state.fields.to) ??
    (lacking || phrase(state.outcome === 'refused' && !asked ? state.problem : null) || undefined);
  return (
    <form action={send} className="group/move grid gap-3" noValidate>
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="number" value={number} />
      <input type="hidden" name="from" value={status} />
      <Field id="move-to" label={t('label')} hint={t('tells')} error={error}>
        {(wiring) => (
          <KeptSelect
            {...wiring}
            key={state.turn}
            name="to"
            defaultValue={state.values.to ?? ''}
            placeholder={t('choose')}
            options={moves.map((to) => ({ value: to, label: deskStatusWord(tStatus, to) }))}
          />
        )}
      </Field>
      <MoveFields state={state} moves={moves} teams={teams} people={people} />
      <ResolveFields state={state} unsaid={unsaid} />
      <Button type="submit" disabled={pending} className="justify-self-start">
        {t('submit')}
      </Button>
    </form>
  );
};
