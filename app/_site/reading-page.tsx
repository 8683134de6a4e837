import type { ReactNode } from 'react';

/** The sheet of a reading page: its width and its air. */
export const ReadingPage = ({ children }: { children: ReactNode }) => (
  <div className="page-gutter mx-auto w-full max-w-page pt-8 pb-20 sm:pt-12">{children}</div>
);
