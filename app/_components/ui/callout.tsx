import clsx from 'clsx';
import type { ReactNode } from 'react';
import { Icon } from './icon';
import type { IconName } from './icons';
import { TONE_SOFT, TONE_TEXT, type Tone } from './tone';

const ICON: Record<Tone, IconName> = {
  neutral: 'info',
  accent: 'lightbulb',
  info: 'info',
  positive: 'circle-check',
  warning: 'alert-triangle',
  danger: 'alert-octagon',
};

type CalloutProps = {
  tone?: Tone | undefined;
  icon?: IconName | undefined;
  title?: string | undefined;
  /** What the icon says, where no word beside it does. */
  label?: string | undefined;
  /** `alert` for what went wrong just now, `status` for what went well; none for what stands in the text. */
  role?: 'alert' | 'status' | 'note' | undefined;
  id?: string | undefined;
  className?: string | undefined;
  children?: ReactNode;
};

/** Something the reader should not miss: in an article, or above a form after sending. */
export const Callout = ({
  tone = 'info',
  icon = ICON[tone],
  title,
  label,
  role,
  id,
  className,
  children,
}: CalloutProps) => (
  <div
    id={id}
    role={role}
    // A page that comes back with a mistake leads the keyboard to it.
    tabIndex={role === 'alert' ? -1 : undefined}
    className={clsx('grid grid-cols-[auto_1fr] gap-x-3 rounded-lg border px-4 py-3.5', TONE_SOFT[tone], className)}
  >
    <Icon name={icon} size={20} label={label} className={clsx('mt-[0.2em]', TONE_TEXT[tone])} />
    <div className="min-w-0 text-[0.9375rem] leading-relaxed [&>*+*]:mt-2 [&_a:not(.no-underline)]:underline [&_ol]:list-decimal [&_ol]:ps-5 [&_ul]:list-disc [&_ul]:ps-5">
      {title ? <p className={clsx('font-semibold', TONE_TEXT[tone])}>{title}</p> : null}
      {children}
    </div>
  </div>
);
