import clsx from 'clsx';
import type { ReactNode } from 'react';
import { Icon } from './icon';
import type { IconName } from './icons';
import { TONE_SOFT, TONE_TEXT, type Tone } from './tone';

type BadgeProps = {
  tone?: Tone | undefined;
  icon?: IconName | undefined;
  title?: string | undefined;
  className?: string | undefined;
  children: ReactNode;
};

export const Badge = ({ tone = 'neutral', icon, title, className, children }: BadgeProps) => (
  <span
    title={title}
    className={clsx(
      'inline-flex h-6 items-center gap-1 rounded-full border px-2.5 text-xs font-medium whitespace-nowrap',
      TONE_SOFT[tone],
      TONE_TEXT[tone],
      className,
    )}
  >
    {icon ? <Icon name={icon} size={13} className="-ms-0.5" /> : null}
    {children}
  </span>
);
