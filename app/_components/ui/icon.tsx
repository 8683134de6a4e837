import clsx from 'clsx';
import { createElement } from 'react';
import { ICONS, type IconName } from './icons';

type IconProps = {
  name: IconName;
  /** Pixels; the stroke keeps its weight at any size. */
  size?: number | undefined;
  /** Said by a screen reader; without it the icon is decoration beside a word. */
  label?: string | undefined;
  className?: string | undefined;
};

export const Icon = ({ name, size = 18, label, className }: IconProps) => (
  <svg
    width={size}
    height={size}
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    strokeWidth={size > 22 ? 1.5 : 1.75}
    strokeLinecap="round"
    strokeLinejoin="round"
    className={clsx('shrink-0', className)}
    role={label ? 'img' : undefined}
    aria-label={label}
    aria-hidden={label ? undefined : true}
  >
    {ICONS[name].map(([tag, attributes]) => createElement(tag, { key: JSON.stringify(attributes), ...attributes }))}
  </svg>
);
