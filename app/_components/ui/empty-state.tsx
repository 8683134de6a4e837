import clsx from 'clsx';
import type { ReactNode } from 'react';
import { Icon } from './icon';
import type { IconName } from './icons';

type EmptyStateProps = {
  icon?: IconName | undefined;
  title: string;
  /** What would be here, and how it gets here. */
  children?: ReactNode;
  actions?: ReactNode;
  heading?: 'h2' | 'h3' | 'p' | undefined;
  className?: string | undefined;
};

export const EmptyState = ({ icon, title, children, actions, heading: Heading = 'h2', className }: EmptyStateProps) => (
  <div className={clsx('rounded-lg border border-dashed border-line-strong/60 px-6 py-12 text-center', className)}>
    {icon ? <Icon name={icon} size={30} className="mx-auto mb-4 text-ink-faint" /> : null}
    <Heading className="font-display text-lg font-semibold">{title}</Heading>
    {children ? <div className="mx-auto mt-1.5 max-w-form text-[0.9375rem] text-ink-soft">{children}</div> : null}
    {actions ? <div className="mt-6 flex flex-wrap justify-center gap-3">{actions}</div> : null}
  </div>
);
