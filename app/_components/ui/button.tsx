import clsx from 'clsx';
import type { ComponentProps, ReactNode } from 'react';
import { Icon } from './icon';
import type { IconName } from './icons';

export type ButtonLook = {
  /** One `primary` a view at most; `quiet` for what is there without asking for attention. */
  variant?: 'primary' | 'secondary' | 'quiet' | 'danger' | undefined;
  size?: 'sm' | 'md' | 'lg' | undefined;
  /** Only an icon is shown: the words must come as aria-label. */
  square?: boolean | undefined;
};

const VARIANTS = {
  primary: 'border-accent bg-accent text-on-accent hover:border-accent-strong hover:bg-accent-strong',
  secondary: 'border-line-strong bg-surface text-ink hover:border-ink-soft hover:bg-hover',
  quiet: 'border-transparent bg-transparent text-ink-soft hover:bg-hover hover:text-ink',
  danger: 'border-danger bg-surface text-danger hover:bg-danger-soft',
} as const;
const SIZES = {
  sm: ['h-8 gap-1.5 text-sm', 'px-2.5', 'w-8'],
  // As high as the controls beside it, also where people work.
  md: ['h-10 gap-2 text-[0.9375rem] in-[.dense]:h-9 in-[.dense]:text-sm', 'px-4', 'w-10 in-[.dense]:w-9'],
  lg: ['h-12 gap-2.5 text-base', 'px-5.5', 'w-12'],
} as const;

/** The look of a button, for the rare element that is neither `Button` nor `LinkButton` (a summary, Next's Link). */
export const buttonClass = (
  { variant = 'secondary', size = 'md', square = false }: ButtonLook,
  extra?: string,
): string =>
  clsx(
    'inline-flex shrink-0 items-center justify-center rounded-md border font-semibold whitespace-nowrap no-underline select-none',
    'disabled:cursor-not-allowed disabled:opacity-55 aria-disabled:cursor-not-allowed aria-disabled:opacity-55',
    VARIANTS[variant],
    SIZES[size][0],
    SIZES[size][square ? 2 : 1],
    extra,
  );

const ICON_SIZES = { sm: 16, md: 17, lg: 19 } as const;

type Content = { icon?: IconName | undefined; iconEnd?: IconName | undefined; children?: ReactNode };

const content = ({ icon, iconEnd, children }: Content, size: ButtonLook['size'] = 'md') => (
  <>
    {icon ? <Icon name={icon} size={ICON_SIZES[size]} /> : null}
    {children}
    {iconEnd ? <Icon name={iconEnd} size={ICON_SIZES[size]} /> : null}
  </>
);

type ButtonProps = Omit<ComponentProps<'button'>, 'children'> & ButtonLook & Content;

export const Button = ({ variant, size, square, icon, iconEnd, children, className, ...rest }: ButtonProps) => (
  <button type="button" {...rest} className={buttonClass({ variant, size, square }, className)}>
    {content({ icon, iconEnd, children }, size)}
  </button>
);

type LinkButtonProps = Omit<ComponentProps<'a'>, 'children'> & { href: string } & ButtonLook & Content;

/** What leads somewhere is a link, whatever it looks like. */
export const LinkButton = ({ variant, size, square, icon, iconEnd, children, className, ...rest }: LinkButtonProps) => (
  <a {...rest} className={buttonClass({ variant, size, square }, className)}>
    {content({ icon, iconEnd, children }, size)}
  </a>
);
