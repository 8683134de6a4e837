'use client';

import { useTranslations } from 'next-intl';
import type { RefObject } from 'react';
import { Callout } from '@/app/_components/ui/callout';
import { Field, OptionalMark } from '@/app/_components/ui/field';
import { Input } from '@/app/_components/ui/input';
import { RadioGroup } from '@/app/_components/ui/radio-group';
import type { FormState } from '@/app/_forms/state';
import { usePhrase } from '@/app/_forms/use-phrase';
import {
  CRITICALITY_QUESTIONS,
  type CriticalityAnswers,
  type CriticalityQuestion,
  levelFor,
  severityOf,
} from '@/domain/sla/criticality';
import { URGENT_LIMIT, URGENT_QUESTIONS } from '@/domain/tickets/urgency';
import { ClearChoice } from './clear-choice';
import { useWritten } from './use-written';

export type ShownLevel = { key: string; name: string; definition: string; examples: string; fromSeverity: number };

const QUESTIONS = Object.keys(CRITICALITY_QUESTIONS) as CriticalityQuestion[];

const Levels = ({ levels }: { levels: readonly ShownLevel[] }) => {
  const t = useTranslations('tickets.criticality');
  return (
    <details className="text-[0.9375rem]">
      <summary className="cursor-pointer text-accent underline decoration-accent-line">{t('levels')}</summary>
      <dl className="mt-3 grid gap-3">
        {levels.map((level) => (
          <div key={level.key}>
            <dt className="font-semibold">{level.name}</dt>
            <dd className="text-ink-soft">
              {level.definition}
              {level.examples ? (
                <span className="block text-sm">{t('examples', { examples: level.examples })}</span>
              ) : null}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
};

/** The facts of the gravest matters, asked for only where they apply. */
const UrgentFields = ({ state }: { state: FormState }) => {
  const t = useTranslations('tickets.urgency');
  const phrase = usePhrase();
  return (
    // A legend would stand in the border: the words are named as one instead, so that they are read once.
    <fieldset
      aria-labelledby="urgent-facts"
      className="grid gap-4 rounded-lg border border-warning-line bg-warning-soft px-5 py-4"
    >
      <p id="urgent-facts" className="font-semibold">
        {t('title')}
      </p>
      <p className="-mt-2 text-sm">{t('text')}</p>
      {URGENT_QUESTIONS.map((question) => {
        const name = `urgency.${question}`;
        return (
          <Field key={name} id={name} label={t(question)} error={phrase(state.fields[name])}>
            {(wiring) => (
              <Input
                {...wiring}
                name={name}
                maxLength={URGENT_LIMIT}
                defaultValue={state.values[name]}
                {...(question === 'phone' ? { inputMode: 'tel', autoComplete: 'tel' } : {})}
              />
            )}
          </Field>
        );
      })}
    </fieldset>
  );
};

type CriticalityFieldsProps = {
  /** The form the questions stand in: what was answered before the scripts came counts too. */
  place: RefObject<HTMLFormElement | null>;
  levels: readonly ShownLevel[];
  state: FormState;
};

/** Three plain questions, and the level of criticality that follows from them, shown as soon as all are answered. */
export const CriticalityFields = ({ place, levels, state }: CriticalityFieldsProps) => {
  const t = useTranslations('tickets.criticality');
  const phrase = usePhrase();
  const answers = useWritten(place, state.values, state.turn);
  const whole = QUESTIONS.every((name) => answers[name]) ? (answers as CriticalityAnswers) : null;
  const level = whole && levelFor(levels, severityOf(whole));
  const urgent = levels.length > 1 && level?.key === levels[0]?.key;
  return (
    <fieldset className="grid gap-5">
      <legend className="mb-1 text-lg font-semibold">
        {t('title')}
        <OptionalMark />
      </legend>
      <p className="text-sm text-ink-soft">{t('hint')}</p>
      <div className="grid items-start gap-5 sm:grid-cols-3">
        {QUESTIONS.map((name) => (
          <RadioGroup
            key={`${name}-${state.turn}`}
            name={name}
            legend={t(`${name}.legend`)}
            error={phrase(state.fields[name])}
            defaultValue={state.values[name]}
            options={CRITICALITY_QUESTIONS[name].map((value) => ({ value, label: t(`${name}.${value}`) }))}
          />
        ))}
      </div>
      <ClearChoice names={QUESTIONS} label={t('clear')} />
      <div role="status">
        {level ? (
          <Callout tone={level === levels[0] ? 'warning' : 'info'} title={t('result', { level: level.name })}>
            <p>{level.definition}</p>
          </Callout>
        ) : null}
      </div>
      {urgent ? <UrgentFields state={state} /> : null}
      <Levels levels={levels} />
    </fieldset>
  );
};
