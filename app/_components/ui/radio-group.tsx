import clsx from 'clsx';
import type { ReactNode } from 'react';
import { FieldError, OptionalMark } from './field';

type RadioGroupProps = {
  name: string;
  legend: string;
  hint?: ReactNode;
  error?: string | undefined;
  options: readonly { value: string; label: string; hint?: string }[];
  defaultValue?: string | undefined;
  required?: boolean | undefined;
  /** Most questions are to be answered, so it is the others that are marked. */
  optional?: boolean | undefined;
  onChange?: ((value: string) => void) | undefined;
  className?: string | undefined;
};

/** A question with few answers, each a large target with its own explanation. */
export const RadioGroup = ({
  name,
  legend,
  hint,
  error,
  options,
  defaultValue,
  required,
  optional = false,
  onChange,
  className,
}: RadioGroupProps) => (
  <fieldset className={clsx('grid gap-1.5', className)} aria-describedby={error ? `${name}-error` : undefined}>
    <legend className="mb-1.5 text-[0.9375rem] leading-snug font-semibold">
      {legend}
      {optional ? <OptionalMark /> : null}
    </legend>
    {hint ? <div className="mb-1 text-sm text-ink-soft">{hint}</div> : null}
    <div className="grid gap-2">
      {options.map((option) => (
        <label
          key={option.value}
          className="grid grid-cols-[auto_1fr] gap-x-3 rounded-md border border-line bg-surface px-4 py-3 hover:border-line-strong has-checked:border-accent has-checked:bg-accent-soft has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus"
        >
          <input
            type="radio"
            name={name}
            value={option.value}
            defaultChecked={option.value === defaultValue}
            required={required}
            onChange={onChange ? () => onChange(option.value) : undefined}
            className="mt-[0.2em] size-[1.125rem] outline-none"
          />
          <span className="leading-snug font-medium">{option.label}</span>
          {option.hint ? <span className="col-start-2 mt-0.5 text-sm text-ink-soft">{option.hint}</span> : null}
        </label>
      ))}
    </div>
    {error ? <FieldError id={`${name}-error`}>{error}</FieldError> : null}
  </fieldset>
);
