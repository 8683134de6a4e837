import clsx from 'clsx';
import type { ComponentProps, ReactNode } from 'react';

const STACKS = [
  'max-sm:[&_thead]:sr-only max-sm:[&_tbody]:block',
  'max-sm:[&_tr]:flex max-sm:[&_tr]:flex-wrap max-sm:[&_tr]:items-center max-sm:[&_tr]:gap-x-3.5 max-sm:[&_tr]:gap-y-1.5',
  'max-sm:[&_tr]:border-b max-sm:[&_tr]:border-line max-sm:[&_tr]:py-3.5',
  // What a figure counts stands in the head, which is not seen here.
  'max-sm:[&_td[data-label]]:before:me-1.5 max-sm:[&_td[data-label]]:before:text-ink-faint max-sm:[&_td[data-label]]:before:content-[attr(data-label)]',
  'max-sm:[&_td]:min-w-0 max-sm:[&_td]:border-0 max-sm:[&_td]:p-0 max-sm:[&_td:first-child]:basis-full',
];

/** A table that scrolls inside its own named, focusable region, so that the page never does. */
export const Table = ({
  label,
  stacks,
  className,
  children,
}: {
  label: string;
  /** On phones each row becomes a small sheet, its first cell above the others: for lists whose later columns must not be out of sight. */
  stacks?: boolean;
  className?: string | undefined;
  children: ReactNode;
}) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (WCAG 2.1.1)
  <section aria-label={label} tabIndex={0} className={clsx('table-scroll', stacks && STACKS, className)}>
    <table className="w-full border-collapse text-start text-[0.9375rem]">{children}</table>
  </section>
);

export const Th = ({ className, ...rest }: ComponentProps<'th'>) => (
  <th
    scope="col"
    {...rest}
    className={clsx(
      'border-b border-line px-3 py-2 text-start text-xs font-semibold whitespace-nowrap text-ink-faint first:ps-0 last:pe-0',
      className,
    )}
  />
);

export const Td = ({ className, ...rest }: ComponentProps<'td'>) => (
  <td {...rest} className={clsx('border-b border-line px-3 py-3 align-top first:ps-0 last:pe-0', className)} />
);

/** The link that a row leads to, wherever in the row it is pressed. */
export const RowAnchor = ({ className, ...rest }: ComponentProps<'a'> & { href: string }) => (
  <a {...rest} className={clsx('no-underline after:absolute after:inset-0 hover:underline', className)} />
);

/** A row whose first link, a `RowAnchor`, opens it wherever it is pressed. */
export const RowLink = ({ className, ...rest }: ComponentProps<'tr'>) => (
  <tr {...rest} className={clsx('relative hover:bg-hover', className)} />
);
