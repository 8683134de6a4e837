import type { ReactNode } from 'react';

type AccountFrameProps = { title: string; lead?: ReactNode; children: ReactNode; after?: ReactNode };

/** The narrow column that the pages around signing in share: a title, one form, and where else to go. */
export const AccountFrame = ({ title, lead, children, after }: AccountFrameProps) => (
  <div className="page-gutter mx-auto grid max-w-form gap-8 py-12 sm:py-16">
    <header>
      <h1 className="text-3xl">{title}</h1>
      {lead ? <p className="mt-3 text-lg text-ink-soft">{lead}</p> : null}
    </header>
    {children}
    {after ? <footer className="border-t border-line pt-6 text-[0.9375rem] text-ink-soft">{after}</footer> : null}
  </div>
);
