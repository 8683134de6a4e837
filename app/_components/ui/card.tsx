import clsx from 'clsx';
import type { ReactNode } from 'react';
import { Icon } from './icon';
import type { IconName } from './icons';

/** A sheet with a hairline. For things that stand side by side; a page of text needs none. */
export const Card = ({ className, children }: { className?: string | undefined; children: ReactNode }) => (
  <div className={clsx('rounded-lg border border-line bg-surface p-5', className)}>{children}</div>
);

type LinkCardProps = {
  href: string;
  title: string;
  icon?: IconName | undefined;
  /** One line in small under the text: a count, a date. */
  meta?: ReactNode;
  heading?: 'h2' | 'h3' | undefined;
  className?: string | undefined;
  children?: ReactNode;
};

/** A card that leads somewhere: the title is the link, the whole card is its target. */
export const LinkCard = ({ href, title, icon, meta, heading: Heading = 'h3', className, children }: LinkCardProps) => (
  <article
    className={clsx(
      'group relative flex flex-col rounded-lg border border-line bg-surface p-5 hover:border-accent-line hover:bg-accent-soft/40 sm:p-6',
      className,
    )}
  >
    {icon ? <Icon name={icon} size={26} className="mb-4 text-accent" /> : null}
    <Heading className="text-lg leading-snug">
      <a href={href} className="stretched no-underline group-hover:text-accent">
        {title}
      </a>
    </Heading>
    {children ? <div className="mt-1.5 text-[0.9375rem] leading-normal text-ink-soft">{children}</div> : null}
    {meta ? <div className="mt-auto pt-4 text-sm text-ink-faint">{meta}</div> : null}
  </article>
);
