import clsx from 'clsx';
import type { ComponentProps } from 'react';

type TextLinkProps = ComponentProps<'a'> & {
  href: string /** Underlined only when pointed at: for lists where all is a link. */;
  quiet?: boolean;
};

export const TextLink = ({ quiet = false, className, ...rest }: TextLinkProps) => (
  <a
    {...rest}
    className={clsx(
      quiet
        ? 'text-ink no-underline hover:text-accent hover:underline'
        : 'text-accent underline decoration-accent-line decoration-[1.5px] hover:text-accent-strong hover:decoration-current',
      className,
    )}
  />
);
