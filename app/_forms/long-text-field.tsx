import type { ComponentProps, ReactNode } from 'react';
import { Field } from '@/app/_components/ui/field';
import { Textarea } from '@/app/_components/ui/textarea';
import type { Flash } from './flash';
import { usePhrase } from './use-phrase';

type LongTextFieldProps = Omit<ComponentProps<typeof Textarea>, 'id' | 'name' | 'required'> & {
  id: string;
  name: string;
  label: string;
  flash: Flash | null;
  hint?: ReactNode;
  optional?: boolean;
};

/** A long text in a plain form: shows again what was typed, and says what is wrong with it. */
export const LongTextField = ({
  id,
  name,
  label,
  flash,
  hint,
  optional = false,
  defaultValue = '',
  ...control
}: LongTextFieldProps) => {
  const say = usePhrase();
  return (
    <Field id={id} label={label} hint={hint} error={say(flash?.fields[name])} optional={optional}>
      {(wiring) => <Textarea {...wiring} {...control} name={name} defaultValue={flash?.values[name] ?? defaultValue} />}
    </Field>
  );
};
