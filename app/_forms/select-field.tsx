import type { ReactNode } from 'react';
import { Field } from '@/app/_components/ui/field';
import type { Flash } from './flash';
import { KeptSelect } from './kept-select';
import { usePhrase } from './use-phrase';

type SelectFieldProps = {
  name: string;
  label: string;
  flash: Flash | null;
  options: readonly { value: string; label: string }[];
  defaultValue: string;
  /** A first line without value, where nothing is to be chosen by accident. */
  placeholder?: string;
  hint?: ReactNode;
  id?: string;
  hideLabel?: boolean;
};

/** A choice in a plain form: shows again what was chosen and says what is wrong with it. */
export const SelectField = ({
  name,
  label,
  flash,
  options,
  defaultValue,
  placeholder,
  hint,
  id = name,
  hideLabel,
}: SelectFieldProps) => {
  const say = usePhrase();
  const fault = flash?.fields[name];
  return (
    <Field id={id} label={label} hint={hint} error={say(fault)} hideLabel={hideLabel}>
      {(wiring) => (
        <KeptSelect
          {...wiring}
          name={name}
          options={options}
          placeholder={placeholder}
          defaultValue={flash?.values[name] ?? defaultValue}
        />
      )}
    </Field>
  );
};
