import clsx from 'clsx';
import type { ReactNode } from 'react';

type SectionProps = {
  id: string;
  title: string;
  /** At the end of the title's line: usually a link to all of it. */
  aside?: ReactNode;
  className?: string | undefined;
  children: ReactNode;
};

/** A part of a page with its own heading, opened by a hairline. */
export const Section = ({ id, title, aside, className, children }: SectionProps) => (
  <section aria-labelledby={id} className={className}>
    <div className="mb-5 flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
      <h2 id={id} className="text-2xl in-[.dense]:text-xl">
        {title}
      </h2>
      {aside ? <div className={clsx('text-[0.9375rem]')}>{aside}</div> : null}
    </div>
    {children}
  </section>
);
