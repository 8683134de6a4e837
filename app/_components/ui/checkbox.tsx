import clsx from 'clsx';
import type { ComponentProps, ReactNode } from 'react';

type CheckboxProps = Omit<ComponentProps<'input'>, 'type' | 'children'> & {
  id: string;
  label: ReactNode;
  hint?: ReactNode;
};

export const Checkbox = ({ id, label, hint, className, ...rest }: CheckboxProps) => (
  <div className={clsx('grid grid-cols-[auto_1fr] gap-x-2.5 gap-y-0.5', className)}>
    <input
      {...rest}
      id={id}
      type="checkbox"
      aria-describedby={hint ? `${id}-hint` : rest['aria-describedby']}
      className="mt-[0.2em] size-[1.125rem]"
    />
    <label htmlFor={id} className="cursor-pointer leading-snug">
      {label}
    </label>
    {hint ? (
      <p id={`${id}-hint`} className="col-start-2 text-sm text-ink-soft">
        {hint}
      </p>
    ) : null}
  </div>
);
