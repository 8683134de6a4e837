'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect } from 'react';
import { Checkbox } from '@/app/_components/ui/checkbox';
import { Field, FieldError, type FieldWiring, OptionalMark } from '@/app/_components/ui/field';
import { Input } from '@/app/_components/ui/input';
import { RadioGroup } from '@/app/_components/ui/radio-group';
import { Textarea } from '@/app/_components/ui/textarea';
import type { FormState, PendingFile } from '@/app/_forms/state';
import { usePhrase } from '@/app/_forms/use-phrase';
import { FIELD_LIMITS, type FieldKind, type FieldNeed } from '@/domain/forms/fields';
import { ClearChoice } from './clear-choice';
import { FileField } from './file-field';
import type { KeptFile } from './kept-files';
import { useUploads, type WaitsFor } from './use-uploads';

/** A field of a type's form in the reader's language. */
export type AskedField = {
  key: string;
  kind: FieldKind;
  label: string;
  help: string;
  why: string;
  need: FieldNeed;
  options: readonly { value: string; label: string }[];
};

export type AnswerProps = {
  field: AskedField;
  state: FormState;
  /** What stands in it before anybody writes. */
  initial: string;
  onBusy: (key: string, waitsFor: WaitsFor) => void;
  /** Files that were kept with a draft of the form, each with the name of its field. */
  kept?: readonly KeptFile[] | undefined;
};

/** The name of a field in the form. */
export const answerName = (key: string): string => `answers.${key}`;

const FileAnswer = ({ field, state, initial, onBusy, kept }: AnswerProps) => {
  const phrase = usePhrase();
  const name = answerName(field.key);
  const ids = initial.split(',');
  const files = useUploads(state.files.filter((file: PendingFile) => ids.includes(file.id)));
  const { waitsFor } = files;
  useEffect(() => {
    onBusy(field.key, waitsFor);
    // Nobody waits for a field that another type of request does not have.
    return () => onBusy(field.key, null);
  }, [onBusy, field.key, waitsFor]);
  const { takeBack } = files;
  useEffect(() => {
    const own = kept?.filter((file) => file.field === name) ?? [];
    if (own.length > 0) takeBack(own);
  }, [kept, name, takeBack]);
  return (
    <FileField
      files={files}
      error={phrase(state.fields[name])}
      label={field.label}
      optional={field.need === 'optional'}
      help={field.help}
      names={{ files: `${name}.files`, attachment: `${name}.attachment` }}
    />
  );
};

const ChoicesAnswer = ({ field, state, initial }: AnswerProps) => {
  const phrase = usePhrase();
  const name = answerName(field.key);
  const fault = phrase(state.fields[name]);
  const chosen = initial.split(',');
  return (
    <fieldset className="grid gap-1.5" aria-describedby={fault ? `${name}-error` : undefined}>
      <legend className="mb-1.5 text-[0.9375rem] leading-snug font-semibold">
        {field.label}
        {field.need === 'optional' ? <OptionalMark /> : null}
      </legend>
      {field.help ? <p className="mb-1 text-sm text-ink-soft">{field.help}</p> : null}
      <div className="grid gap-2 sm:grid-cols-2">
        {field.options.map(({ value, label }) => (
          <Checkbox
            key={value}
            id={`${name}-${value}`}
            name={name}
            value={value}
            label={label}
            defaultChecked={chosen.includes(value)}
          />
        ))}
      </div>
      {fault ? <FieldError id={`${name}-error`}>{fault}</FieldError> : null}
    </fieldset>
  );
};

const ChoiceAnswer = ({ field, state, initial }: AnswerProps) => {
  const t = useTranslations('tickets.form');
  const phrase = usePhrase();
  const name = answerName(field.key);
  const yesNo = ['yes', 'no'].map((value) => ({ value, label: t(`yesNo.${value}`) }));
  return (
    <div className="grid justify-items-start gap-1 *:first:w-full">
      <RadioGroup
        name={name}
        legend={field.label}
        optional={field.need === 'optional'}
        hint={field.help || undefined}
        error={phrase(state.fields[name])}
        defaultValue={initial}
        options={field.kind === 'yesNo' ? yesNo : field.options}
      />
      {field.need === 'required' ? null : <ClearChoice names={[name]} label={t('clear')} about={field.label} />}
    </div>
  );
};

/** The label, help and error of a field that has one control. */
export const AnswerFrame = ({
  field,
  state,
  children,
}: Pick<AnswerProps, 'field' | 'state'> & { children: (wiring: FieldWiring) => ReactNode }) => {
  const phrase = usePhrase();
  const name = answerName(field.key);
  return (
    <Field
      id={name}
      label={field.label}
      hint={field.help || undefined}
      error={phrase(state.fields[name])}
      optional={field.need === 'optional'}
    >
      {children}
    </Field>
  );
};

const ROWS: Partial<Record<FieldKind, number>> = { longText: 4, link: 2, video: 2 };

const WrittenAnswer = ({ field, state, initial }: AnswerProps) => {
  const name = answerName(field.key);
  const rows = ROWS[field.kind];
  const common = { name, defaultValue: initial, required: field.need === 'required' };
  return (
    <AnswerFrame field={field} state={state}>
      {(wiring) => {
        if (rows)
          return <Textarea {...wiring} {...common} rows={rows} className={rows === 2 ? 'min-h-0' : undefined} />;
        if (field.kind === 'date') return <Input {...wiring} {...common} type="date" className="w-48 max-w-full" />;
        if (field.kind === 'number')
          return <Input {...wiring} {...common} inputMode="decimal" className="w-40 max-w-full" />;
        return (
          <Input
            {...wiring}
            {...common}
            maxLength={FIELD_LIMITS.text}
            {...(field.kind === 'version' ? { className: 'w-48 max-w-full', autoComplete: 'off' } : {})}
          />
        );
      }}
    </AnswerFrame>
  );
};

/** One field of a type's form, by its kind. */
export const AnswerField = (props: AnswerProps) => {
  switch (props.field.kind) {
    case 'file':
      return <FileAnswer {...props} />;
    case 'choices':
      return <ChoicesAnswer {...props} />;
    case 'choice':
    case 'yesNo':
      return <ChoiceAnswer {...props} />;
    default:
      return <WrittenAnswer {...props} />;
  }
};
