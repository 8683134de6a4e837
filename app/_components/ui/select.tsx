import clsx from 'clsx';
import type { ComponentProps } from 'react';

type SelectProps = Omit<ComponentProps<'select'>, 'children'> & {
  options: readonly { value: string; label: string; disabled?: boolean }[];
  /** A first line without value ("Choose…"), so that nothing is chosen by accident. */
  placeholder?: string | undefined;
};

/** A form that comes back refused is put back by React to what each choice began with: one that came back begins anew. */
export const Select = ({ options, placeholder, className, ...rest }: SelectProps) => (
  <select key={String(rest.defaultValue)} {...rest} className={clsx('control', className)}>
    {placeholder ? <option value="">{placeholder}</option> : null}
    {options.map((option) => (
      <option key={option.value} value={option.value} disabled={option.disabled}>
        {option.label}
      </option>
    ))}
  </select>
);
