import clsx from 'clsx';
import type { ComponentProps, ReactNode } from 'react';
import { type ButtonLook, buttonClass } from './button';
import { Icon } from './icon';
import type { IconName } from './icons';

type MenuProps = ButtonLook & {
  /** Unique in the page: ties the button to its popover. */
  id: string;
  /** What the button shows; an icon alone needs `label`. */
  trigger: ReactNode;
  label?: string | undefined;
  align?: 'start' | 'end' | undefined;
  className?: string | undefined;
  children: ReactNode;
};

/** A button and the browser's own popover: opens, closes on Escape and outside, all without script. */
export const Menu = ({ id, trigger, label, align = 'end', variant, size, square, className, children }: MenuProps) => (
  <>
    <button
      type="button"
      popoverTarget={id}
      aria-label={label}
      aria-haspopup="true"
      className={buttonClass({ variant, size, square }, className)}
    >
      {trigger}
    </button>
    <div id={id} popover="auto" className={clsx('menu', align === 'end' ? 'menu-end' : 'menu-start')}>
      <ul className="grid min-w-52 gap-0.5 p-1.5">{children}</ul>
    </div>
  </>
);

const ITEM =
  'flex w-full items-center gap-2.5 rounded-sm px-2.5 py-2 text-start text-[0.9375rem] text-ink no-underline hover:bg-hover aria-[current]:font-semibold';

type MenuLinkProps = ComponentProps<'a'> & { href: string; icon?: IconName | undefined };

export const MenuLink = ({ icon, children, className, ...rest }: MenuLinkProps) => (
  <li>
    <a {...rest} className={clsx(ITEM, className)}>
      {icon ? <Icon name={icon} className="text-ink-faint" /> : null}
      {children}
    </a>
  </li>
);

type MenuButtonProps = ComponentProps<'button'> & { icon?: IconName | undefined };

export const MenuButton = ({ icon, children, className, ...rest }: MenuButtonProps) => (
  <li>
    <button type="button" {...rest} className={clsx(ITEM, className)}>
      {icon ? <Icon name={icon} className="text-ink-faint" /> : null}
      {children}
    </button>
  </li>
);
