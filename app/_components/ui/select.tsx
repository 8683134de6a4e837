import clsx from 'clsx';
import type { ComponentProps } from 'react';

export type SelectProps = Omit<ComponentProps<'select'>, 'children'> & {
  options: readonly { value: string; label: string; disabled?: boolean }[];
  /** A first line without value ("Choose…"), so that nothing is chosen by accident. */
  placeholder?: string | undefined;
};

/** A list as it stands: what is chosen in it stays when the page is drawn anew, even with another default. */
export const StandingSelect = ({ options, placeholder, className, ...rest }: SelectProps) => (
  <select {...rest} className={clsx('control', className)}>
    {placeholder ? <option value="">{placeholder}</option> : null}
    {options.map((option) => (
      <option key={option.value} value={option.value} disabled={option.disabled}>
        {option.label}
      </option>
    ))}
  </select>
);

/**
 * A form that comes back refused is put back by React to what each choice began with: one that came back begins anew. Where
 * a page draws itself anew while somebody chooses, `KeptSelect` is the one to take.
 */
export const Select = (props: SelectProps) => <StandingSelect key={String(props.defaultValue)} {...props} />;
