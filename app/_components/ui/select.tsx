import clsx from 'clsx';
import type { ComponentProps } from 'react';

type SelectProps = Omit<ComponentProps<'select'>, 'children'> & {
  options: readonly { value: string; label: string; disabled?: boolean }[];
  /** A first line without value ("Choose…"), so that nothing is chosen by accident. */
  placeholder?: string | undefined;
};

export const Select = ({ options, placeholder, className, ...rest }: SelectProps) => (
  <select {...rest} className={clsx('control', className)}>
    {placeholder ? <option value="">{placeholder}</option> : null}
    {options.map((option) => (
      <option key={option.value} value={option.value} disabled={option.disabled}>
        {option.label}
      </option>
    ))}
  </select>
);
