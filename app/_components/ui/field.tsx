import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Icon } from './icon';

/** What a control needs to be tied to its label, hint and error: spread it on Input, Textarea or Select. */
export type FieldWiring = {
  id: string;
  required: boolean;
  'aria-describedby'?: string;
  'aria-invalid'?: true;
};

type FieldProps = {
  id: string;
  label: string;
  hint?: ReactNode;
  error?: string | undefined;
  /** Most fields are needed, so it is the others that are marked. */
  optional?: boolean | undefined;
  /** The label is read but not shown, where the place already says it (a search field). */
  hideLabel?: boolean | undefined;
  className?: string | undefined;
  children: (wiring: FieldWiring) => ReactNode;
};

export const Field = ({
  id,
  label,
  hint,
  error,
  optional = false,
  hideLabel = false,
  className,
  children,
}: FieldProps) => {
  const describedBy = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ');
  return (
    <div className={clsx('grid content-start gap-1.5', className)}>
      <label htmlFor={id} className={hideLabel ? 'sr-only' : 'text-[0.9375rem] leading-snug font-semibold'}>
        {label}
        {optional ? <OptionalMark /> : null}
      </label>
      {hint ? (
        <div id={`${id}-hint`} className="text-sm text-ink-soft">
          {hint}
        </div>
      ) : null}
      {children({
        id,
        required: !optional,
        ...(describedBy ? { 'aria-describedby': describedBy } : {}),
        ...(error ? { 'aria-invalid': true as const } : {}),
      })}
      {error ? <FieldError id={`${id}-error`}>{error}</FieldError> : null}
    </div>
  );
};

/** After the name of what may be left out. */
export const OptionalMark = () => {
  const t = useTranslations('ui.field');
  return <span className="text-[0.9375rem] font-normal text-ink-faint"> {t('optional')}</span>;
};

/** The sentence under a control or a group that could not be accepted. */
export const FieldError = ({ id, children }: { id: string; children: ReactNode }) => (
  <p id={id} className="flex items-start gap-1.5 text-sm font-medium text-danger">
    <Icon name="circle-alert" size={16} className="mt-0.5" />
    {children}
  </p>
);
