import clsx from 'clsx';
import type { ReactNode } from 'react';

type PageHeaderProps = {
  title: ReactNode;
  lead?: ReactNode;
  /** A line over the title: breadcrumb or a badge. */
  above?: ReactNode;
  /** A quiet line under the lead: dates, author, counts; `after-dot` on those that a dot parts from the one before. */
  meta?: ReactNode;
  actions?: ReactNode;
  /** `work` where people work: the title is a label, not an opening. */
  scale?: 'read' | 'work' | undefined;
  className?: string | undefined;
};

export const PageHeader = ({ title, lead, above, meta, actions, scale = 'read', className }: PageHeaderProps) => (
  <header className={clsx('flex flex-wrap items-end justify-between gap-x-8 gap-y-5', className)}>
    <div className="min-w-0 max-w-reading">
      {above ? <div className={scale === 'read' ? 'mb-5' : 'mb-2'}>{above}</div> : null}
      <h1 className={scale === 'read' ? 'text-4xl' : 'text-2xl'}>{title}</h1>
      {lead ? (
        <div className={scale === 'read' ? 'mt-4 text-lg text-ink-soft' : 'mt-1 text-[0.9375rem] text-ink-soft'}>
          {lead}
        </div>
      ) : null}
      {meta ? <div className="facts mt-4 text-sm text-ink-faint">{meta}</div> : null}
    </div>
    {actions ? <div className="flex flex-wrap gap-3">{actions}</div> : null}
  </header>
);
