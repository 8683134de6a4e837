import type { ComponentProps, ComponentType, ReactNode } from 'react';
import { Field } from '@/app/_components/ui/field';
import { Input } from '@/app/_components/ui/input';
import type { Flash } from './flash';
import { usePhrase } from './use-phrase';

type TextFieldProps = Omit<ComponentProps<typeof Input>, 'id' | 'name' | 'required' | 'autoFocus'> & {
  name: string;
  label: string;
  flash: Flash | null;
  hint?: ReactNode;
  optional?: boolean;
  /** Where two forms of a page have a field of the same name. */
  id?: string;
  /** A control that does more than a plain one. */
  control?: ComponentType<ComponentProps<typeof Input>>;
};

/** A field of a plain form: shows again what was typed, says what is wrong with it, and takes the focus when it is the first one that is. */
export const TextField = ({
  name,
  label,
  flash,
  hint,
  optional,
  id = name,
  defaultValue,
  control: Control = Input,
  ...input
}: TextFieldProps) => {
  const say = usePhrase();
  const fault = flash?.fields[name];
  const isFirstFault = fault !== undefined && Object.keys(flash?.fields ?? {})[0] === name;
  return (
    <Field id={id} label={label} hint={hint} error={say(fault)} optional={optional}>
      {(wiring) => (
        <Control
          {...wiring}
          {...input}
          name={name}
          defaultValue={flash?.values[name] ?? defaultValue}
          autoFocus={isFirstFault}
        />
      )}
    </Field>
  );
};
